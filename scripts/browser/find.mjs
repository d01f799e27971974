/** Finds a Chromium that starts here: what is installed, else the one from npm with Chinese glyphs beside it. */
import { existsSync } from 'node:fs'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Nothing is fetched and nothing is reported: no request leaves the machine. */
export const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--font-render-hinting=none',
  '--lang=zh-CN',
]

const fromPackage = async () => {
  const [{ default: chromium }, { prepareGlyphs }] = await Promise.all([
    import('@sparticuz/chromium'),
    import('./glyphs.mjs'),
  ])
  const executablePath = await chromium.executablePath()
  return { executablePath, args: FLAGS, env: await prepareGlyphs() }
}

/**
 * `CHROMIUM` names a browser; `CHROMIUM=npm` asks for the packaged one.
 * @returns {Promise<{ executablePath: string, args: string[], env: Record<string, string> }>}
 */
export const findChromium = async () => {
  const asked = process.env.CHROMIUM
  if (asked === 'npm') return fromPackage()
  if (asked && !existsSync(asked)) throw new Error(`CHROMIUM=${asked}: no such file`)
  const executablePath = asked ?? INSTALLED.find((file) => existsSync(file))
  return executablePath ? { executablePath, args: FLAGS, env: {} } : fromPackage()
}
