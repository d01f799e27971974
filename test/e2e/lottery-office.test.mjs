/** Who runs the lottery, by its screens: a campaign by two people, a strange entry left out, today's draws, the books. On both builds. */
import assert from 'node:assert/strict'
import { openPhone } from '../harness/browser/driver.mjs'
import { journey } from '../harness/browser/journey.mjs'
import { enter } from '../harness/browser/people.mjs'
import { CAMPAIGN, NOTARY, OFFICE, OPERATOR, strangeEntries } from './lottery-office-screens.mjs'
import { KINDS, usePlace } from './place.mjs'
import { HALL } from './steps.mjs'

const place = usePlace()
const NEW = 'demo-second'

for (const kind of KINDS) {
  const asOperator = { kind, place, person: OPERATOR, taxpayer: false }

  journey('makes a campaign from another, and a colleague publishes it', asOperator, async (phone, there) => {
    await phone.open(`${OFFICE}/home/index?hallId=${HALL}`)
    await phone.tap('new-campaign')
    await phone.tap(`copy-${CAMPAIGN}`)
    await phone.at('edit-state').waitFor()
    assert.match(await phone.at('edit-state').innerText(), /1 处问题/)
    await phone.type('at-id', NEW)
    await phone.tap('save')
    await phone.at('needs-another').waitFor()
    assert.match(await phone.at('about').innerText(), /草稿/)

    const notary = await enter(there.world, kind, NOTARY)
    const colleague = await openPhone(kind, there.browser, there.world, notary)
    await colleague.open(`${OFFICE}/campaign/index?id=${NEW}`)
    await colleague.tap('publish')
    await colleague.tap('publish-sheet-confirm')
    await colleague.at('doors').waitFor()
    assert.deepEqual(await colleague.close(), [])
    const { campaign } = await there.person.api('lottery', 'officeCampaign', { id: NEW })
    assert.equal(campaign.state, 'published')
  })

  journey('leaves a strange entry out, with a reason and a name', asOperator, async (phone, { person }) => {
    await phone.open(`${OFFICE}/review/index?campaign=${CAMPAIGN}`)
    const [first] = await strangeEntries(phone)
    await phone.tap(first)
    await phone.tap('reason-split')
    await phone.tap('decide-yes')
    const id = first.replace(/^leave-out-\d+-/, '')
    await phone.page.locator(`[id$="${id}"]:visible`, { hasText: '已排除' }).first().waitFor()
    await phone.tap('view-excluded')
    await phone.tap('filter-split')
    await phone.at(`entry-${id}`).waitFor()
    assert.match(await phone.at(`entry-${id}`).innerText(), /您于 .* 排除/)
    const { items } = await person.api('lottery', 'excluded', { campaign: CAMPAIGN, reason: 'split' })
    assert.deepEqual(
      items.map((one) => [one.id, one.mine]),
      [[id, true]],
    )
  })

  journey('sees where today’s draws stand, goes on, and reads the books', asOperator, async (phone) => {
    await phone.open(`${OFFICE}/campaign/index?id=${CAMPAIGN}`)
    await phone.tap('to-draws')
    await phone.page.locator('[id^="draw-"]:visible', { hasText: '已公布' }).first().waitFor()
    await phone.tap('kind-instant')
    const day = phone.page.locator('[id^="draw-"][id*="-instant-"]:visible', { hasText: '正在进行' }).first()
    await day.click()
    await phone.at('day-money').waitFor()
    assert.match(await phone.at('committed').innerText(), /种子的承诺\s*[0-9a-f]{64}/)
    await phone.tap('go-on')
    await phone.at('gone-on').waitFor()
    assert.match(await phone.at('gone-on').innerText(), /还没到下一步的时间/)
    await phone.open(`${OFFICE}/numbers/index?campaign=${CAMPAIGN}`)
    await phone.at('pool-daily').waitFor()
    assert.match(await phone.at('pool-daily').innerText(), /3,000,000\.00/)
    assert.match(await phone.at('prizes').innerText(), /惊喜奖[^]*2 个，1,600\.00 元/)
  })
}
