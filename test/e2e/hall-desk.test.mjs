/** A window of a hall, its door and its display: what an officer does is seen by everybody, at any hour of the day. */
import assert from 'node:assert/strict'
import { openPhone } from '../harness/browser/driver.mjs'
import { journey } from '../harness/browser/journey.mjs'
import { enter } from '../harness/browser/people.mjs'
import { KINDS, usePlace } from './place.mjs'
import { HALL } from './steps.mjs'

const place = usePlace()
const OFFICER = '周敏'
const DESK = `/packages/hall-desk/desk/index?hallId=${HALL}`
const DOOR = `/packages/hall-desk/door/index?hallId=${HALL}`
const DISPLAY = `/packages/hall-desk/display/index?hallId=${HALL}`
/** From the press until it is on the wall. */
const ON_THE_WALL_MS = 2_000

const onWall = async (wall, id, words) => {
  const line = wall.page.locator(`[id="${id}"]:visible`, { hasText: words }).first()
  await line.waitFor({ timeout: ON_THE_WALL_MS })
}

for (const kind of KINDS) {
  journey(
    'opens a window from Me, pauses it, and the display shows each within two seconds',
    { kind, place, person: OFFICER, taxpayer: false },
    async (phone, { browser, world }) => {
      const wall = await openPhone(kind, browser, world, { start: DISPLAY })
      await wall.at('wall-none').waitFor()
      await phone.open('/pages/me/index')
      await phone.tap('hall-desk')
      await phone.tap('window-4')
      await phone.tap('open-window')
      await onWall(wall, 'wall-window-4', '空闲')
      await phone.tap('pause-window')
      await onWall(wall, 'wall-window-4', '暂停')
      await phone.at('no-moves').waitFor()
      await phone.tap('resume-window')
      await phone.tap('do-next')
      await phone.at('said').waitFor()
      await phone.open(DESK)
      // As after a reload: the window is still this officer's, and open.
      await phone.at('close-window').waitFor()
      await phone.tap('close-window')
      await phone.at('open-window').waitFor()
      assert.deepEqual(await wall.close(), [])
    },
  )

  journey(
    'at the door an unknown code has its words and its next step',
    { kind, place, person: OFFICER, taxpayer: false },
    async (phone) => {
      await phone.open(DOOR)
      await phone.type('code', '000000')
      await phone.tap('admit')
      await phone.at('refused').waitFor()
      await phone.tap('refused-retype')
      await phone.at('code').waitFor()
    },
  )

  journey(
    'closes the hall at once: the display says so within two seconds; and goes on',
    { kind, place, person: '郑岚', taxpayer: false },
    async (phone, { browser, world, person }) => {
      const other = 'chengdong-2'
      await person.api('queue', 'setWindow', { hallId: other, window: '1', state: 'open' })
      const wall = await openPhone(kind, browser, world, { start: DISPLAY.replace(HALL, other) })
      await wall.at('wall-window-1').waitFor()
      await phone.open(DESK.replace(HALL, other))
      await phone.tap('stop-hall')
      await phone.type('stop-reason', '消防警报，全厅疏散')
      await phone.tap('stop-yes')
      await onWall(wall, 'wall-state', '大厅暂停办理')
      await phone.at('stop-done').waitFor()
      await phone.tap('stop-no')
      await phone.tap('go-on')
      await phone.tap('go-on-sheet-confirm')
      await onWall(wall, 'wall-idle', '请留意叫号')
      assert.deepEqual(await wall.close(), [])
    },
  )
}

journey(
  'works by keyboard alone, and not while one types',
  { kind: 'web', place, person: OFFICER, taxpayer: false, viewport: { width: 1280, height: 900 } },
  async (phone, { world }) => {
    const officer = await enter(world, 'web', OFFICER)
    await officer.api('queue', 'setWindow', { hallId: HALL, window: '2', state: 'open' })
    await phone.open(DESK)
    await phone.at('do-next').waitFor()
    await phone.page.keyboard.press('?')
    await phone.at('keys-sheet').waitFor()
    await phone.page.keyboard.press('Escape')
    await phone.at('keys-sheet').waitFor({ state: 'detached' })
    const calls = () => phone.calls.filter(({ procedure }) => procedure === 'queue/callNext').length
    await phone.tap('stop-hall')
    await phone.at('stop-reason').locator('input').first().press('n')
    await phone.tap('stop-no')
    assert.equal(calls(), 0)
    await phone.page.keyboard.press('n')
    await phone.at('said').waitFor()
    assert.equal(calls(), 1)
  },
)
