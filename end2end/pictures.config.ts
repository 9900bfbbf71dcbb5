// Makes the pictures of the README; not a test.

import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.ts';

export default defineConfig({ ...journeys, testDir: 'pictures', testMatch: '*.picture.ts' });
