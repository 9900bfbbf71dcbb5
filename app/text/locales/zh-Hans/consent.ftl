consent-sensitive-data = 办证用到的敏感资料
consent-sensitive-data-words = 身份证号、婚姻、孩子、照片和材料，只用来办证明和出示证明
