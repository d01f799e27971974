/** What one is told, and stopping it: why a booking's notice came, its topic stopped and taken back, choices kept; on both builds. */
import assert from 'node:assert/strict'
import { journey } from '../harness/browser/journey.mjs'
import { freeSeat, untilUnread } from '../harness/browser/people.mjs'
import { KINDS, usePlace } from './place.mjs'
import { HALL, MATTER } from './steps.mjs'

const place = usePlace()

/** Until the server has it so. */
const untilChosen = async ({ api }, isSo) => {
  for (let tries = 0; tries < 50; tries += 1) {
    const choices = await api('subscriptions', 'choices')
    if (isSo(choices)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.fail('the choice was not saved')
}

for (const kind of KINDS) {
  journey(
    'a booking is told; why it came; its topic is stopped and taken back; quiet hours are kept',
    { kind, place, person: '选通知的人' },
    async (phone, { world, person }) => {
      await person.api('appointments', 'book', await freeSeat(person, { hallId: HALL, matter: MATTER }))
      await untilUnread(world, kind, person, 1)
      const { items } = await person.api('inbox', 'mine', {})
      // As a message opens it.
      await phone.open(`/packages/inbox/list/index?notice=${items[0].id}`)
      await phone.at('why-channels').waitFor()
      await untilUnread(world, kind, person, 0)
      await phone.tap('stop-topic')
      await phone.at('stopped-topic').waitFor()
      assert.deepEqual((await person.api('subscriptions', 'choices')).stopped, ['appointments'])
      await phone.tap('undo-topic')
      await phone.at('stop-topic').waitFor()
      assert.deepEqual((await person.api('subscriptions', 'choices')).stopped, [])

      await phone.tap('why-settings')
      await phone.tap('quiet')
      await phone.tap('topic-lottery')
      await untilChosen(person, ({ quiet, stopped }) => quiet === null && stopped.includes('lottery'))
      await phone.back()
      await phone.tap('topics-lottery')
      await phone.see('“发票摇奖”没有消息')
      await phone.tap('choices')
      await phone.page.locator('[id="topic-lottery"][aria-checked="false"]:visible').waitFor()
      assert.equal(await phone.at('quiet').getAttribute('aria-checked'), 'false')
    },
  )
}
