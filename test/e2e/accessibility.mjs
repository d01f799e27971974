/** Each screen, in light and dark, in normal and large type: names and roles, contrast, targets, no text cut off. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeProblems, clippedText, smallTargets } from '../harness/browser/accessibility.mjs'
import { openPhone } from '../harness/browser/driver.mjs'
import { usePlace } from './place.mjs'
import { ownerOf, prepareScene, SCREENS, showScreen } from './screens.mjs'

const LOOKS = [
  { look: 'light', options: { theme: 'light' } },
  { look: 'dark, large type', options: { theme: 'dark', large: true } },
  { look: 'English, large type', options: { language: 'en', large: true } },
]

/** Declares the tests of one build, so that the two run side by side. @param {'weapp' | 'web'} kind */
export const testAccessibility = (kind) => {
  const place = usePlace()
  let scene
  for (const { look, options } of LOOKS) {
    for (const owner of new Set(SCREENS.map(ownerOf))) {
      const screens = SCREENS.filter((screen) => ownerOf(screen) === owner)
      test(`${kind}, ${look}: ${screens.map(({ name }) => name).join(', ')}`, async () => {
        const { browser, world } = place()
        scene ??= await prepareScene(world, kind)
        const { openid, token } = scene[owner] ?? {}
        const phone = await openPhone(kind, browser, world, { ...options, openid, token })
        const problems = []
        for (const screen of screens) {
          await showScreen(phone, screen, scene)
          const found = [
            ...(await axeProblems(phone)),
            ...(await smallTargets(phone)),
            ...(await clippedText(phone)),
          ]
          problems.push(...found.map((problem) => `${screen.name}: ${problem}`))
        }
        problems.push(...(await phone.close()))
        assert.ok(problems.length === 0, problems.join('\n'))
      })
    }
  }
}
