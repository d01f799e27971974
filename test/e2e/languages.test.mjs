/** The whole booking in English: no Chinese is left on any screen; and the language can be changed on the way. */
import assert from 'node:assert/strict'
import { journey } from '../harness/browser/journey.mjs'
import { KINDS, usePlace } from './place.mjs'
import { HALL, MATTER, firstFree, takeSlot } from './steps.mjs'

const place = usePlace()
const HAN = /\p{Script=Han}+/gu
/** Names of languages are written in their own. */
const OWN_NAMES = ['简体中文', '中文']

const assertEnglish = async (phone, screen) => {
  const text = await phone.page
    .locator(phone.kind === 'weapp' ? '.wx-page:not([hidden])' : '.sb:visible')
    .first()
    .innerText()
  const left = [...new Set(text.match(HAN) ?? [])].filter((word) => !OWN_NAMES.includes(word))
  assert.deepEqual(left, [], `${screen} still says ${left.join(' ')}`)
}

for (const kind of KINDS) {
  journey(
    'books in English',
    { kind, place, language: 'en', person: 'Alex Sample', taxpayer: 'Alex Sample' },
    async (phone) => {
      await phone.at('home').waitFor()
      await assertEnglish(phone, 'home')
      await phone.tap('next-book')
      await phone.at(`hall-${HALL}`).waitFor()
      await assertEnglish(phone, 'halls')
      await phone.tap(`hall-${HALL}`)
      await phone.at(`matter-${MATTER}`).waitFor()
      await assertEnglish(phone, 'matters')
      await phone.tap(`matter-${MATTER}`)
      await phone.tap(await firstFree(phone, 'day-'))
      await takeSlot(phone)
      await assertEnglish(phone, 'slots')
      await phone.tap('confirm')
      await phone.at('book').waitFor()
      await assertEnglish(phone, 'confirm')
      await phone.tap('book')
      await phone.at('ticket-qr').waitFor()
      await assertEnglish(phone, 'ticket')
      await phone.tap('cancel')
      await phone.at('cancel-yes').waitFor()
      await assertEnglish(phone, 'cancel')
      await phone.tap('cancel-yes')
      await phone.at('cancelled').waitFor()
      for (const tab of ['services', 'help', 'me']) {
        await phone.open(`/pages/${tab}/index`)
        await phone.page.locator(`[id="${tab}"]:visible`).first().waitFor()
        await assertEnglish(phone, tab)
      }
    },
  )

  journey(
    'changes to English in the settings, title and tabs included',
    { kind, place, person: '换语言的人' },
    async (phone) => {
      await phone.open('/pages/me/index')
      await phone.tap('settings')
      await phone.tap('language-en')
      await phone.see(/^Settings$/)
      await phone.back()
      await phone.see(/^Services$/)
      await phone.tap('settings')
      await phone.tap('language-zh-CN')
      await phone.see(/^设置$/)
    },
  )
}
