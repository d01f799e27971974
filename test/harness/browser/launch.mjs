/** Starts the Chromium that this machine has, or the packaged one. */
import { chromium } from 'playwright-core'
import { findChromium } from '../../../scripts/browser/find.mjs'

export const launch = async () => {
  const { executablePath, args, env } = await findChromium()
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
}
