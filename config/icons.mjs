/** Draws the icon set: CSS masks for the screens, PNG (WeChat) and SVG (web) files for the tab bar. Run: node config/icons.mjs (needs Chromium for the PNGs). */
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
/** Outlines on a 24 × 24 grid, stroke 1.8, round ends. */
const icons = {
  home: '<path d="M4 11l8-7 8 7v8a1.5 1.5 0 0 1-1.500 1.500H5.500A1.500 1.500 0 0 1 4 19z"/><path d="M9.500 20.500v-6h5v6"/>',
  services:
    '<rect x="4" y="4" width="6.500" height="6.500" rx="2"/><rect x="13.500" y="4" width="6.500" height="6.500" rx="2"/><rect x="4" y="13.500" width="6.500" height="6.500" rx="2"/><rect x="13.500" y="13.500" width="6.500" height="6.500" rx="2"/>',
  help: '<path d="M4 6a3 3 0 0 1 3-3h10a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3h-5l-5 4v-4a3 3 0 0 1-3-3z"/><path d="M9 9h6M9 12h3"/>',
  me: '<circle cx="12" cy="8" r="4"/><path d="M4.500 20a7.500 7.500 0 0 1 15 0"/>',
  calendar: '<rect x="4" y="5" width="16" height="15" rx="3"/><path d="M4 10h16M9 3v4M15 3v4"/>',
  refund:
    '<path d="M4 12a8 8 0 1 0 2.600-5.900M4 4v4.500h4.500"/><path d="M9.500 9l2.500 3 2.500-3M12 12v5M9.500 13.500h5"/>',
  invoice: '<path d="M6 3h12v18l-3-2-3 2-3-2-3 2z"/><path d="M9 8h6M9 12h6"/>',
  search: '<circle cx="11" cy="11" r="6.500"/><path d="M16 16l4 4"/>',
  back: '<path d="M15 5l-7 7 7 7"/>',
  next: '<path d="M9 5l7 7-7 7"/>',
  down: '<path d="M5 9l7 7 7-7"/>',
  close: '<path d="M6 6l12 12M18 6L6 18"/>',
  check: '<path d="M5 12.500l4.500 4.500L19 7.500"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  place:
    '<path d="M12 21s7-6.200 7-11.500a7 7 0 0 0-14 0C5 14.800 12 21 12 21z"/><circle cx="12" cy="9.500" r="2.500"/>',
  phone:
    '<path d="M6 3.500h3l1.500 4.500-2 1.500a12 12 0 0 0 6 6l1.500-2 4.500 1.500v3a2 2 0 0 1-2 2A15 15 0 0 1 4 5.500a2 2 0 0 1 2-2z"/>',
  clock: '<circle cx="12" cy="12" r="8.500"/><path d="M12 7.500V12l3 2"/>',
  warn: '<path d="M12 4l9 16H3z"/><path d="M12 10v4.500M12 17.200v.1"/>',
  info: '<circle cx="12" cy="12" r="8.500"/><path d="M12 11v5M12 8v.1"/>',
  offline:
    '<path d="M3 3l18 18M5 9.500a11 11 0 0 1 4-2.300M12.500 6.500A11 11 0 0 1 19 9.500M8 13a6 6 0 0 1 3-1.600M12 18v.1"/>',
  share:
    '<path d="M12 15V4M8 7.500L12 3.500l4 4"/><path d="M5 12v6.500A1.500 1.500 0 0 0 6.500 20h11a1.500 1.500 0 0 0 1.500-1.500V12"/>',
  lock: '<rect x="5" y="10.500" width="14" height="10" rx="2.500"/><path d="M8 10.500V8a4 4 0 0 1 8 0v2.500"/>',
  eye: '<path d="M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12z"/><circle cx="12" cy="12" r="2.800"/>',
  settings:
    '<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>',
  people:
    '<circle cx="9" cy="8.500" r="3.500"/><path d="M2.500 19.500a6.500 6.500 0 0 1 13 0M15.500 5.300a3.500 3.500 0 0 1 0 6.400M17.500 14.200a6.500 6.500 0 0 1 4 5.300"/>',
  company:
    '<path d="M5 20.500V5a1.500 1.500 0 0 1 1.500-1.500h7A1.500 1.500 0 0 1 15 5v15.500M15 10h3a1.500 1.500 0 0 1 1.500 1.500v9M3 20.500h18"/><path d="M8.500 8h3M8.500 12h3M8.500 16h3"/>',
  desk: '<path d="M3.500 20v-6h17v6M6 14V9.500A1.500 1.500 0 0 1 7.500 8h9A1.500 1.500 0 0 1 18 9.500V14M12 8V4"/>',
  out: '<path d="M10 4H6.500A1.500 1.500 0 0 0 5 5.500v13A1.500 1.500 0 0 0 6.500 20H10M14 8l4 4-4 4M18 12H9"/>',
  trash: '<path d="M4.500 7h15M9.500 7V4.500h5V7M6.500 7l1 13h9l1-13M10 11v5.500M14 11v5.500"/>',
  download: '<path d="M12 4v11M8 11.500l4 4 4-4M5 20h14"/>',
  print:
    '<path d="M7 9V4h10v5M7 17H5a1.500 1.500 0 0 1-1.500-1.500v-5A1.500 1.500 0 0 1 5 9h14a1.500 1.500 0 0 1 1.500 1.500v5A1.500 1.500 0 0 1 19 17h-2"/><path d="M7 14h10v6H7z"/>',
  qr: '<rect x="4" y="4" width="6" height="6" rx="1"/><rect x="14" y="4" width="6" height="6" rx="1"/><rect x="4" y="14" width="6" height="6" rx="1"/><path d="M14 14h2.500v2.500M20 14v.1M14 20h2.500M20 17.500V20"/>',
  sound:
    '<path d="M4 9.500h3.500L12 5.500v13l-4.500-4H4zM15.500 9a4 4 0 0 1 0 6M18 6.500a7.500 7.500 0 0 1 0 11"/>',
  globe:
    '<circle cx="12" cy="12" r="8.500"/><path d="M3.500 12h17M12 3.500c5 5 5 12 0 17M12 3.500c-5 5-5 12 0 17"/>',
  moon: '<path d="M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z"/>',
  type: '<path d="M3.500 18l5-12 5 12M5.200 14h6.600M15 18l3-7 3 7M16 15.800h4"/>',
  book: '<path d="M12 6.500C10 5 7 4.500 4 5v13.500c3-.500 6 0 8 1.500 2-1.500 5-2 8-1.500V5c-3-.500-6 0-8 1.500zM12 6.500V20"/>',
  idea: '<path d="M9 17.500h6M10 20.500h4M8.500 14.500a6 6 0 1 1 7 0c-.500.500-.700 1.200-.700 3h-5.600c0-1.800-.200-2.500-.700-3z"/>',
  chart: '<path d="M4 20h16M7 16v-4M12 16V7M17 16v-6"/>',
  cloud: '<path d="M7 18.500a4 4 0 0 1-.500-8 5.500 5.500 0 0 1 10.700-.500A4.300 4.300 0 0 1 17 18.500z"/>',
  shield:
    '<path d="M12 3.500l7.500 2.500v5.500c0 4.500-3 7.500-7.500 9-4.500-1.500-7.500-4.500-7.500-9V6z"/><path d="M9 12l2.200 2.200L15.500 10"/>',
  bell: '<path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15zM10 20.500h4"/>',
  edit: '<path d="M4.500 19.500l1-4L16 5l3 3L8.500 18.500zM13.500 7.500l3 3"/>',
}

const svg = (body, colour) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${body}</svg>`
const short = (body) => body.replace(/(\.\d*?)0+(?=\D)/g, '$1')
const dataUri = (body) =>
  `data:image/svg+xml,${svg(short(body), '#000')
    .replace(/"/g, "'")
    .replace(/[<>#]/g, (c) => encodeURIComponent(c))}`

const rule = ([name, body]) => `.i-${name} { --i: url("${dataUri(body)}"); }`
fs.writeFileSync(
  path.join(root, 'src/ui/icons.css'),
  `/* Drawn by config/icons.mjs. */\n${Object.entries(icons).map(rule).join('\n')}\n`,
)
const names = Object.keys(icons)
  .map((name) => `  | '${name}'`)
  .join('\n')
fs.writeFileSync(
  path.join(root, 'src/ui/icon-names.ts'),
  `/** The icon set, drawn by config/icons.mjs. */\nexport type IconName =\n${names}\n`,
)

const tabs = ['home', 'services', 'help', 'me']
const shades = { '': '#5A6777', '-on': '#1764D8', '-dark': '#9AA6B5', '-dark-on': '#6EA8FF' }
// The web page's tab bar: text that compresses to almost nothing.
fs.mkdirSync(path.join(root, 'src/assets/tab-web'), { recursive: true })
for (const name of tabs) {
  for (const [suffix, colour] of Object.entries(shades))
    fs.writeFileSync(
      path.join(root, `src/assets/tab-web/${name}${suffix}.svg`),
      `${svg(short(icons[name]), colour)}\n`,
    )
}
if (process.argv.includes('--png')) {
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage({ viewport: { width: 81, height: 81 } })
  for (const name of tabs) {
    for (const [suffix, colour] of Object.entries(shades)) {
      await page.setContent(
        `<style>body{margin:9px;background:transparent}svg{display:block;width:63px;height:63px}</style>${svg(icons[name], colour)}`,
      )
      await page.screenshot({
        path: path.join(root, `src/assets/tab/${name}${suffix}.png`),
        omitBackground: true,
      })
    }
  }
  await browser.close()
}
