import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolveCaller } from '../../../functions/core/io/identity/caller'
import { testServices, type TestServices } from '../../harness/context'
import { as, cast, type Cast } from './people'

let services: TestServices
let people: Cast
beforeEach(async () => {
  services = await testServices()
  people = await cast(services)
})
afterEach(() => services.close())

const callerOf = (token: string) => resolveCaller({ services, headers: { authorization: `Bearer ${token}` } })

describe('signIn', () => {
  let server: Server
  const used = new Set<string>()
  let wechat: { baseUrl: string; appId: string; secret: string }
  beforeEach(async () => {
    used.clear()
    server = createServer((request, response) => {
      const code = new URL(request.url ?? '', 'http://x').searchParams.get('js_code') ?? ''
      response.end(JSON.stringify(used.has(code) ? { errcode: 40163 } : { openid: code.split('.')[0] }))
      used.add(code)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    wechat = {
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      appId: 'a',
      secret: 's',
    }
  })
  afterEach(() => new Promise((resolve) => server.close(resolve)))
  const signIn = (code: string, key?: string) =>
    as(
      {
        ...services,
        contextFor: async (account, options) => {
          const context = await services.contextFor(account, options)
          return { ...context, settings: { ...context.settings, wechat } }
        },
      },
      undefined,
      key === undefined ? {} : { key },
    )('signIn', { code })

  it('makes an account at the first visit and finds it at the next', async () => {
    const first = await signIn('o-new.1')
    expect(await callerOf(first.token)).toEqual({ kind: 'account', accountId: first.accountId, grants: [] })
    expect(first.expiresAt).toBe(services.time.now + 12 * 3_600_000)
    services.time.now += 1000
    const second = await signIn('o-new.2')
    expect(second.accountId).toBe(first.accountId)
    expect(second.token).not.toBe(first.token)
    expect((await signIn('wang.1')).accountId).toBe(people.wang)
  })
  it('answers a repeat with the same key as the first time, though a code serves once', async () => {
    const first = await signIn('o-new.1', 'same-key')
    expect(await signIn('o-new.1', 'same-key')).toEqual(first)
    await expect(signIn('o-new.1', 'other-key')).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
  })
  it('gives one account to two first visits at once', async () => {
    const both = await Promise.all([signIn('o-twice.1'), signIn('o-twice.2')])
    expect(both[0].accountId).toBe(both[1].accountId)
  })
})

describe('signing a browser in by QR code', () => {
  const browser = (key?: string) =>
    as(services, undefined, {
      device: { userAgent: 'Firefox on Linux', address: '198.51.100.9' },
      ...(key === undefined ? {} : { key }),
    })
  const start = () => browser()('qrStart', {})

  it('shows place and device, lets in once confirmed, as whoever confirmed', async () => {
    const { ticket, secret, qr, expiresAt } = await start()
    expect(qr).toBe(`shuibang:sign-in:${ticket}`)
    expect(expiresAt - services.time.now).toBe(120_000)
    expect(qr).not.toContain(secret)
    expect(await as(services, people.wang)('qrLook', { ticket })).toEqual({
      device: 'Firefox on Linux',
      address: '198.51.100.9',
      startedAt: services.time.now,
      expiresAt,
    })
    expect(await browser()('qrFinish', { ticket, secret })).toEqual({ state: 'waiting' })
    await as(services, people.wang)('qrConfirm', { ticket, accept: true })
    const done = await browser()('qrFinish', { ticket, secret })
    if (done.state !== 'in') throw new Error(done.state)
    expect(await callerOf(done.session.token)).toMatchObject({ accountId: people.wang })
  })
  it('is refused when its owner refuses', async () => {
    const { ticket, secret } = await start()
    await as(services, people.wang)('qrConfirm', { ticket, accept: false })
    expect(await browser()('qrFinish', { ticket, secret })).toEqual({ state: 'refused' })
    await expect(as(services, people.wang)('qrConfirm', { ticket, accept: true })).rejects.toMatchObject({
      code: 'QR_EXPIRED',
    })
  })
  it('works once: of ten browsers that ask at the same moment, one is let in', async () => {
    const { ticket, secret } = await start()
    await as(services, people.wang)('qrConfirm', { ticket, accept: true })
    const answers = await Promise.all(
      [...Array(10).keys()].map((i) =>
        browser(`race-${i}`)('qrFinish', { ticket, secret }).then(
          (one) => one.state,
          (error: { code: string }) => error.code,
        ),
      ),
    )
    expect(answers.filter((one) => one === 'in')).toHaveLength(1)
    expect(answers.filter((one) => one === 'QR_EXPIRED')).toHaveLength(9)
  })
  it('is confirmed by one of two who scan it', async () => {
    const { ticket } = await start()
    const answers = await Promise.allSettled(
      [people.wang, people.li].map((who) => as(services, who)('qrConfirm', { ticket, accept: true })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  it('gives the same session again to a repeat with the same key', async () => {
    const { ticket, secret } = await start()
    await as(services, people.wang)('qrConfirm', { ticket, accept: true })
    const first = await browser('again')('qrFinish', { ticket, secret })
    expect(await browser('again')('qrFinish', { ticket, secret })).toEqual(first)
  })
  it.each([
    ['another secret', (t: string, s: string) => ({ ticket: t, secret: `${s.slice(1)}x` })],
    ['no secret', (t: string) => ({ ticket: t, secret: '' })],
    [
      'an unknown ticket',
      (t: string, s: string) => ({ ticket: `${t.slice(0, -1)}${t.endsWith('0') ? '1' : '0'}`, secret: s }),
    ],
    ['what is no ticket', (_: string, s: string) => ({ ticket: '二维码', secret: s })],
  ])('says the same to %s as to an expired code', async (_, of) => {
    const { ticket, secret } = await start()
    await as(services, people.wang)('qrConfirm', { ticket, accept: true })
    await expect(browser()('qrFinish', of(ticket, secret))).rejects.toMatchObject({ code: 'QR_EXPIRED' })
    expect(await browser()('qrFinish', { ticket, secret })).toMatchObject({ state: 'in' })
  })
  it('ends after two minutes, for looking, confirming and finishing', async () => {
    const { ticket, secret } = await start()
    services.time.now += 120_000
    await expect(as(services, people.wang)('qrLook', { ticket })).rejects.toMatchObject({
      code: 'QR_EXPIRED',
    })
    await expect(as(services, people.wang)('qrConfirm', { ticket, accept: true })).rejects.toMatchObject({
      code: 'QR_EXPIRED',
    })
    await expect(browser()('qrFinish', { ticket, secret })).rejects.toMatchObject({ code: 'QR_EXPIRED' })
  })
  it('keeps neither the secret nor the place readable', async () => {
    const { ticket, secret } = await start()
    const kept = JSON.stringify(await services.store.read('signInTickets', [ticket]))
    expect(kept).not.toContain(secret)
    expect(kept).not.toContain('198.51.100.9')
  })
})

describe('signOutEverywhere', () => {
  it('ends every session there is, and none that comes after, even in the same moment', async () => {
    const tokens = await Promise.all([services.tokenOf(people.wang), services.tokenOf(people.wang)])
    const others = await services.tokenOf(people.li)
    await as(services, people.wang)('signOutEverywhere', {})
    for (const token of tokens)
      await expect(callerOf(token)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' })
    expect(await callerOf(others)).toMatchObject({ accountId: people.li })
    const fresh = await services.tokenOf(people.wang)
    expect(await callerOf(fresh)).toMatchObject({ accountId: people.wang })
    await as(services, people.wang)('signOutEverywhere', {})
    await expect(callerOf(fresh)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' })
  })
})
