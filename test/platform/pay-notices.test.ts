/** The server's address for notifications of WeChat Pay: real HTTP, real signatures, a real instance. */
import { outsideCalls } from '../../functions/core/io/outside/collections'
import { workCalls } from '../../functions/core/io/outside/work'
import { openPayout } from '../../functions/core/io/payout/open'
import { planPayout } from '../../functions/core/io/payout/plan'
import { billNoOf } from '../../functions/core/io/payout/wechat/bills'
import { reader } from '../../functions/core/io/store/reader'
import { transact } from '../../functions/core/io/store/transact'
import { fen } from '../../functions/core/pure/money'
import { startWechatPay, type WechatPayServer } from '../harness/pay/wechat-pay-server'
import { startRunning, type Running } from './running'

let pay: WechatPayServer
let running: Running
beforeAll(async () => {
  const clock = { now: () => Date.now() }
  pay = await startWechatPay({ clock: () => clock.now() })
  const { configuration } = pay
  running = await startRunning({
    environment: {
      PAYOUT: 'wechat',
      WECHAT_APPID: configuration.appId,
      WECHAT_PAY_BASE: configuration.baseUrl,
      WECHAT_PAY_MCHID: configuration.mchId,
      WECHAT_PAY_SERIAL: configuration.serial,
      WECHAT_PAY_PRIVATE_KEY: configuration.privateKey,
      WECHAT_PAY_PLATFORM_KEY: configuration.platformKey,
      WECHAT_PAY_PLATFORM_SERIAL: configuration.platformSerial,
      WECHAT_PAY_APIV3_KEY: configuration.apiV3Key,
    },
  })
  clock.now = () => running.clock.now
})
afterAll(async () => {
  await running.close()
  await pay.close()
})

const notify = (billNo: string, change: Parameters<WechatPayServer['notification']>[1] = {}) => {
  const { headers, body } = pay.notification(billNo, change)
  return running.send('/api/pay/wechat', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: new Uint8Array(body),
  })
}
const ordered = async () => {
  const { services } = running.server
  const service = openPayout(services.settings.payout, services)
  const subject = `tp_${'1'.repeat(26)}`
  const key = await services.vault.keyOf(subject)
  const payee = { kind: 'wechat', openid: 'o1', name: '林小雨' } as const
  const planned = await transact(services, async (tx) =>
    planPayout(tx, service, { fen: fen(1200), purpose: 'refund', about: 'rf_1', subject, key, payee }),
  )
  await workCalls(services, service)
  const state = async () => (await reader(services.store).get(outsideCalls, planned.callId))?.state
  return { billNo: billNoOf(planned.orderId), state }
}

it('a notification settles its order; a forged one is refused, and says nothing', async () => {
  const { billNo, state } = await ordered()
  expect(await state()).toBe('unknown')
  const forged = await notify(billNo, { serial: 'PUB_KEY_ID_OTHER' })
  expect([forged.status, forged.body]).toEqual([401, { code: 'FAIL', message: 'not accepted' }])
  expect(await state()).toBe('unknown')
  const taken = await notify(billNo)
  expect([taken.status, taken.body]).toEqual([200, { code: 'SUCCESS' }])
  expect(await state()).toBe('done')
  expect((await notify(billNo)).status).toBe(200)
  expect(pay.moved).toHaveLength(1)
})

it('what is not signed, packed, too long or asked for is refused', async () => {
  const send = (init: RequestInit) => running.send('/api/pay/wechat', init)
  expect((await send({ method: 'POST', body: '{}' })).status).toBe(401)
  expect((await send({ method: 'GET' })).status).toBe(405)
  expect((await send({ method: 'POST', body: 'x'.repeat(101 * 1024) })).status).toBe(413)
  const packed = { method: 'POST', body: '{}', headers: { 'content-encoding': 'gzip' } }
  expect((await send(packed)).status).toBe(415)
})

it('is no address where nothing is paid through WeChat Pay', async () => {
  const other = await startRunning()
  expect((await other.send('/api/pay/wechat', { method: 'POST', body: '{}' })).status).toBe(404)
  await other.close()
})
