/** A refund goes through the office by its screens: reviewed by one, approved by another, paid by a third; and what the list does. */
import assert from 'node:assert/strict'
import { journey } from '../harness/browser/journey.mjs'
import { enter } from '../harness/browser/people.mjs'
import { openPhone } from '../harness/browser/driver.mjs'
import { approve, APPROVER, CLAIMANT, handIn, PAYER, REVIEWER } from '../harness/browser/refunds.mjs'
import { KINDS, usePlace } from './place.mjs'
import { HALL } from './steps.mjs'

const place = usePlace()
const LIST = `/packages/workbench/list/index?hallId=${HALL}`
const caseOf = (id) => `/packages/workbench/refund/index?id=${id}`

/** Asks once more in words, then does it. */
const take = async (phone, step) => {
  await phone.tap(`step-${step}`)
  await phone.tap(`${step}-yes`)
  await phone.at('done').waitFor()
}

/** On a phone of their own, which nothing went wrong on. */
const as = async (kind, { browser, world }, name, walk) => {
  const person = await enter(world, kind, name)
  const phone = await openPhone(kind, browser, world, person)
  await walk(phone)
  assert.deepEqual(await phone.close(), [])
}

const LONGEST_MS = 90_000

/** The minute's timer sends what was ordered; in a cloud it comes at once here. */
const untilState = async (world, kind, { api }, id, wanted) => {
  const stopAt = Date.now() + LONGEST_MS
  for (;;) {
    if (kind === 'weapp') {
      await world.functions.runTimer('refunds', 'payOut')
      await world.functions.runTimer('timers', 'dispatch')
    }
    const { case: one } = await api('refunds', 'get', { id })
    if (one.state === wanted) return one
    if (Date.now() > stopAt) throw new Error(`the case is ${one.state}, not ${wanted}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

for (const kind of KINDS) {
  journey(
    'goes from the inbox to the money, through three people’s hands',
    { kind, place, person: REVIEWER, taxpayer: false },
    async (phone, there) => {
      const { world } = there
      const id = await handIn(world, kind, { claimed: 31_200 })
      await phone.open(LIST)
      await phone.tap(`take-${id}`)
      await phone.at(`let-go-${id}`).waitFor()
      await phone.tap(`open-${id}`)
      await take(phone, 'accept')
      await take(phone, 'startReview')
      await phone.tap('step-propose')
      await phone.tap('propose-outcome-full')
      await phone.tap('propose-yes')
      await phone.at('bar').waitFor()
      assert.match(await phone.at('bar').innerText(), /审批/, 'another person has to approve')
      assert.deepEqual(await phone.idsOf('step-'), [])

      await as(kind, there, APPROVER, async (supervisor) => {
        await supervisor.open(caseOf(id))
        await take(supervisor, 'agree')
      })
      await as(kind, there, PAYER, async (payer) => {
        await payer.open(caseOf(id))
        await payer.at('decided').waitFor()
        await take(payer, 'order')
      })
      const paid = await untilState(world, kind, await enter(world, kind, CLAIMANT), id, 'paid')
      assert.equal(paid.money.approved, 31_200)
      await phone.open(caseOf(id))
      await phone.at('way').waitFor()
      assert.match(await phone.at('case-now').innerText(), /已办结/)
      assert.match(await phone.at('way').innerText(), /付款成功/)
    },
  )

  journey(
    'asks once, with the whole list, for what is missing',
    { kind, place, person: REVIEWER, taxpayer: false },
    async (phone, { world }) => {
      const id = await handIn(world, kind, { claimed: 22_100 })
      await phone.open(caseOf(id))
      await phone.tap('step-askCorrection')
      await phone.tap('correct-proofOfOverpayment')
      await phone.tap('correct-add')
      await phone.type('correct-said-other1', '退房协议复印件')
      await phone.tap('correct-yes')
      await phone.at('correct-points').waitFor()
      await phone.tap('correct-yes')
      await phone.at('done').waitFor()
      const { api } = await enter(world, kind, CLAIMANT)
      const { case: one } = await api('refunds', 'get', { id })
      assert.equal(one.state, 'correctionAsked')
      assert.deepEqual(
        one.history.at(-1).list.map(({ code }) => code),
        ['proofOfOverpayment', 'other1'],
      )
      await phone.at('bar').waitFor()
    },
  )

  journey(
    'looks at what was uploaded',
    { kind, place, person: REVIEWER, taxpayer: false },
    async (phone, { world }) => {
      await phone.open(caseOf(await handIn(world, kind, { claimed: 15_300 })))
      await phone.at('materials').waitFor()
      const [look] = await phone.idsOf('look-')
      await phone.tap(look)
      await phone.page.locator('[id="material-look"]:visible .sb-photo-large').first().waitFor()
    },
  )

  journey(
    'pays several approved cases together',
    { kind, place, person: PAYER, taxpayer: false },
    async (phone, { world }) => {
      const ids = []
      for (const claimed of [11_100, 12_200]) {
        const id = await handIn(world, kind, { claimed })
        await approve(world, kind, id, claimed)
        ids.push(id)
      }
      await phone.open(LIST)
      for (const id of ids) await phone.tap(`pick-${id}`)
      await phone.tap('pay-together')
      await phone.tap('pay-yes')
      await phone.at('paid').waitFor()
      assert.match(await phone.at('paid').innerText(), /^2 /)
      const { api } = await enter(world, kind, CLAIMANT)
      for (const id of ids) {
        const { case: one } = await api('refunds', 'get', { id })
        assert.ok(['ordered', 'paid'].includes(one.state), one.state)
      }
    },
  )

  journey(
    'is reached from Me, and refused to a taxpayer',
    { kind, place, person: REVIEWER, taxpayer: false },
    async (phone, there) => {
      await phone.open('/pages/me/index')
      await phone.tap('workbench')
      await phone.at('view').waitFor()
      await as(kind, there, '只是纳税人', async (other) => {
        await other.open(LIST)
        await other.page.locator('.sb-blank:visible').first().waitFor()
        assert.deepEqual(await other.idsOf('open-'), [])
      })
    },
  )
}
