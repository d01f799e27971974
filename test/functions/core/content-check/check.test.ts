/** WeChat's check of what users wrote: each of its answers, long texts, and what it cannot answer. */
import { keepOpenid } from '../../../../functions/core/io/delivery/addresses'
import { openContentCheck } from '../../../../functions/core/io/content-check/check'
import { transact } from '../../../../functions/core/io/store/transact'
import { testServices, type TestServices } from '../../../harness/context'
import { startWechat, type WechatStandIn } from '../../../harness/delivery/wechat'

let wechat: WechatStandIn
let services: TestServices
let li: string
beforeEach(async () => {
  wechat = await startWechat([])
  services = await testServices({ settings: { wechat: { baseUrl: wechat.url, ...wechat.app } } })
  li = await services.person('openid-li')
  const key = await services.vault.keyOf(li)
  await transact(services, (tx) => keepOpenid(tx, key, { accountId: li, openid: 'openid-li' }))
})
afterEach(async () => {
  await services.close()
  await wechat.close()
})

const check = (text: string, accountId = li) =>
  openContentCheck(services).check({ accountId, scene: 'forum', text })

test('passes, advises a look, or calls it risky, as WeChat says of its author’s text', async () => {
  wechat.words.set('可疑', 'review').set('违规', 'risky')
  expect(await check('小规模纳税人怎么申报？')).toBe('pass')
  expect(await check('有点可疑')).toBe('review')
  expect(await check('违规内容')).toBe('risky')
  expect(wechat.checked[0]).toEqual({ openid: 'openid-li', content: '小规模纳税人怎么申报？', scene: 3 })
})

test('a long text is asked about in parts, and nothing hides in a seam or at its end', async () => {
  wechat.words.set('违规', 'risky')
  expect(await check('税'.repeat(6_000))).toBe('pass')
  expect(wechat.checked.map(({ content }) => content.length).every((length) => length <= 2_500)).toBe(true)
  for (const place of [2_399, 4_698, 5_998])
    expect(await check(`${'税'.repeat(place)}违规${'费'.repeat(900)}`)).toBe('risky')
  expect(await check('税'.repeat(40_000))).toBe('unavailable')
})

test('what cannot be asked is unavailable: no OPENID, an erased author, no answer, no settings', async () => {
  expect(await check('你好', await services.person('openid-wang'))).toBe('unavailable')
  await wechat.close()
  expect(await check('你好')).toBe('unavailable')
  await services.vault.destroy(li)
  expect(await check('你好')).toBe('unavailable')
  expect(services.logged.map(({ fields }) => fields.why)).toEqual([
    'NoOpenid',
    'WechatTokenError',
    'NoOpenid',
  ])
  expect(JSON.stringify(services.logged)).not.toMatch(/你好|openid-li|hush/)
})
