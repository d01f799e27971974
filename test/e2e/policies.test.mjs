/**
 * A policy finds whom it concerns: she says what she wants to hear about; an officer writes, another publishes; the notice comes into
 * her open inbox, leads to the policy and says why; she follows it, hears of its withdrawal, and stops the topic. On both builds.
 */
import assert from 'node:assert/strict'
import { openPhone } from '../harness/browser/driver.mjs'
import { journey } from '../harness/browser/journey.mjs'
import { enter, untilUnread } from '../harness/browser/people.mjs'
import { KINDS, usePlace } from './place.mjs'
import { PUBLISHER, WRITER } from './policies-screens.mjs'
import { HALL } from './steps.mjs'

const place = usePlace()
const OFFICE = '/packages/policies-office'

/** An officer's own phone, and nothing went wrong on it. */
const onPhoneOf = async (name, kind, { browser, world }, walk) => {
  const phone = await openPhone(kind, browser, world, await enter(world, kind, name))
  const answer = await walk(phone)
  assert.deepEqual(await phone.close(), [])
  return answer
}

const write = async (phone, title) => {
  await phone.open(`${OFFICE}/home/index`)
  await phone.tap('new-policy')
  // Nothing is filled in: every fault is said at once.
  await phone.tap('save')
  await phone.at('faults').waitFor()
  await phone.type('at-title-zh', title)
  await phone.type('at-summary-zh', '符合条件的，三个工作日内办结。')
  await phone.type('at-body-0-zh', '通过出口退税窗口申报的，自下月起提速。')
  await phone.tap('category-exports')
  await phone.type('at-issuer', '示范市税务局')
  await phone.type('at-basis', '示例依据')
  await phone.tap('for-interest-exports')
  await phone.at('reach').filter({ hasText: /\d/ }).waitFor()
  await phone.tap('save')
  await phone.at('needs-another').waitFor()
  await phone.tap('test')
  await phone.at('test-sent').waitFor()
}

const publish = async (phone, title) => {
  await phone.open(`${OFFICE}/home/index?hallId=${HALL}`)
  await phone.page.locator('[id^="policy-"]:visible', { hasText: title }).first().click()
  await phone.tap('publish')
  await phone.tap('publish-sheet-confirm')
  await phone.at('progress').waitFor()
}

for (const kind of KINDS) {
  journey(
    'a policy that concerns somebody is told at once, read, followed, withdrawn, and stopped',
    { kind, place, person: '关心出口的人' },
    async (phone, there) => {
      const { person, world } = there
      await phone.open('/packages/profile/home/index')
      await phone.tap('topic-exports')
      await phone.tap('hears-save')
      await phone.at('hears-saved').waitFor()
      const title = `出口退税提速（${kind}）`
      await onPhoneOf(WRITER, kind, there, (officer) => write(officer, title))

      await phone.open('/packages/inbox/list/index')
      await phone.at('choices').waitFor()
      await onPhoneOf(PUBLISHER, kind, there, (officer) => publish(officer, title))
      await untilUnread(world, kind, person, 1)
      // Nobody touches the phone: the list asks again by itself.
      const notice = phone.page.locator('[id^="notice-"]:visible', { hasText: '与您有关的新政策' }).first()
      await notice.waitFor({ timeout: 30_000 })
      await notice.click()
      await phone.at('policy-facts').waitFor()
      assert.match(await phone.at('policy-facts').innerText(), /出口退税提速/)
      await phone.at('reasons').waitFor()
      assert.match(await phone.at('reasons').innerText(), /出口与跨境/)
      await phone.tap('follow')
      await phone.at('follow-state').filter({ hasText: '关注' }).waitFor()

      await onPhoneOf(PUBLISHER, kind, there, async (officer) => {
        await officer.open(`${OFFICE}/home/index?hallId=${HALL}`)
        await officer.page.locator('[id^="policy-"]:visible', { hasText: title }).first().click()
        await officer.tap('withdraw')
        await officer.type('withdraw-zh', '窗口还没有准备好。')
        await officer.tap('withdraw-next')
        await officer.tap('withdraw-sure-confirm')
        await officer.at('done').waitFor()
      })
      await untilUnread(world, kind, person, 1)
      await phone.open('/packages/inbox/list/index')
      await phone.page.locator('[id^="notice-"]:visible', { hasText: '未读' }).first().waitFor()
      const [why] = await phone.idsOf('why-nt')
      await phone.tap(why)
      await phone.tap('stop-topic')
      await phone.at('stopped-topic').waitFor()
      const { stopped } = await person.api('subscriptions', 'choices')
      assert.deepEqual(stopped, ['policies'])
    },
  )
}
