// A camera that is fed with a film of what stands on another screen: a real scan of a real screen.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium as playwright } from '@playwright/test';
import { chromium, phone, quiet } from '../playwright.config.ts';

/** Makes a film of one picture (PNG bytes), as a phone's camera would see it: 1280 × 720, the picture in the middle. */
export function film(folder: string, name: string, picture: Buffer): string {
  const still = join(folder, `${name}.png`);
  const moving = join(folder, `${name}.y4m`);
  writeFileSync(still, picture);
  execFileSync('ffmpeg', [
    '-y', '-loglevel', 'error', '-loop', '1', '-i', still, '-t', '2', '-r', '5',
    '-vf', 'scale=1240:660:force_original_aspect_ratio=decrease:flags=neighbor,pad=1280:720:(ow-iw)/2:(oh-ih)/2:color=gray', '-pix_fmt', 'yuv420p', '-f', 'yuv4mpegpipe', moving,
  ]);
  return moving;
}

/** A browser whose camera shows the film. */
export async function withCamera(filmPath: string, profile: string, options: BrowserContextOptions = {}) {
  return playwright.launchPersistentContext(profile, {
    executablePath: chromium,
    args: [
      ...quiet,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${filmPath}`,
    ],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    permissions: ['camera'],
    ...phone,
    ...options,
  });
}

export type { Browser };
