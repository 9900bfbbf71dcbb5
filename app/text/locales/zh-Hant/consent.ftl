consent-sensitive-data = 辦證用到的敏感資料
consent-sensitive-data-words = 身份證號、婚姻、孩子、照片和材料，只用來辦證明和出示證明
