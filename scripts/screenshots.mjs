/**
 * `npm run screenshots`: every screen of the web page and of the WeChat output in light, dark, large type and English, into
 * dist/screenshots; what officers use on a desk too. `-- --picture` writes docs/picture.png, the picture of the README.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { build } from './build.mjs'
import { root } from './process/command.mjs'
import { setUp } from './setup.mjs'

await setUp()
for (const name of ['functions', 'server', 'weapp', 'h5']) {
  const { ok, output } = await build(name)
  if (!ok) throw new Error(`${name} could not be built:\n${output}`)
}
const { launch } = await import('../test/harness/browser/launch.mjs')
const { openPhone } = await import('../test/harness/browser/driver.mjs')
const { openWorld } = await import('../test/harness/browser/world.mjs')
const { ownerOf, prepareScene, SCREENS, showScreen } = await import('../test/e2e/screens.mjs')

const LOOKS = [
  { look: 'light', options: {} },
  { look: 'dark', options: { theme: 'dark' } },
  { look: 'large', options: { large: true } },
  { look: 'english', options: { language: 'en' } },
]
const DESK = { width: 1280, height: 900 }
const picture = process.argv.includes('--picture')
const folder = path.join(root, 'dist', 'screenshots')
mkdirSync(folder, { recursive: true })
const [browser, world] = await Promise.all([launch(), openWorld()])
let count = 0

const shoot = async ({ kind, screen, scene, options, file }) => {
  const { openid, token } = scene[ownerOf(screen)] ?? {}
  const phone = await openPhone(kind, browser, world, { ...options, openid, token })
  await showScreen(phone, screen, scene)
  await phone.page.screenshot({ path: file })
  const errors = await phone.close()
  if (errors.length > 0) process.stdout.write(`${file}: ${errors.join(' | ')}\n`)
  count += 1
}

/** Four screens side by side, small enough to live in the repository. */
const shootPicture = async () => {
  const scene = await prepareScene(world, 'weapp')
  const names = ['home', 'slots', 'ticket']
  const files = []
  for (const screen of SCREENS.filter(({ name }) => names.includes(name))) {
    const file = path.join(folder, `picture-${screen.name}.png`)
    await shoot({
      kind: 'weapp',
      screen,
      scene,
      options: screen.name === 'ticket' ? { theme: 'dark' } : {},
      file,
    })
    files.push(file)
  }
  const { readFileSync } = await import('node:fs')
  const page = await browser.newPage({
    viewport: { width: 3 * 375 + 4 * 24, height: 812 + 2 * 24 },
    deviceScaleFactor: 0.75,
  })
  const images = files
    .map((file) => `<img src="data:image/png;base64,${readFileSync(file).toString('base64')}">`)
    .join('')
  await page.setContent(
    `<style>body{margin:0;padding:24px;display:flex;gap:24px;background:#E5E9F0}img{width:375px;height:812px;border-radius:24px}</style>${images}`,
  )
  await page.screenshot({ path: path.join(root, 'docs', 'picture.png') })
}

try {
  if (picture) await shootPicture()
  else {
    for (const kind of ['weapp', 'web']) {
      const scene = await prepareScene(world, kind)
      for (const { look, options } of LOOKS) {
        for (const screen of SCREENS)
          await shoot({
            kind,
            screen,
            scene,
            options,
            file: path.join(folder, `${kind}-${screen.name}-${look}.png`),
          })
        for (const screen of SCREENS.filter(({ desk }) => kind === 'web' && desk))
          await shoot({
            kind,
            screen,
            scene,
            options: { ...options, viewport: DESK },
            file: path.join(folder, `desk-${screen.name}-${look}.png`),
          })
      }
    }
  }
  process.stdout.write(picture ? 'docs/picture.png\n' : `${count} pictures in dist/screenshots\n`)
} finally {
  await browser.close()
  await world.close()
}
