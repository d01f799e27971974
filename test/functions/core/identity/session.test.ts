import { jwtVerify, SignJWT } from 'jose'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { findAccount, findOrCreateAccount } from '../../../../functions/core/io/identity/account'
import { callingAccount, resolveCaller } from '../../../../functions/core/io/identity/caller'
import { accounts, type AccountDoc } from '../../../../functions/core/io/identity/collections'
import { readSession, SESSION_MS, startSession } from '../../../../functions/core/io/identity/session'
import { code2session } from '../../../../functions/core/io/identity/wechat'
import { transact } from '../../../../functions/core/io/store/transact'
import { testServices, type TestServices } from '../../../harness/context'

let services: TestServices
const reads: string[] = []
beforeEach(async () => {
  services = await testServices({
    wrapStore: (store) => ({
      ...store,
      read: async (collection, ids) => {
        reads.push(`${collection}:${ids.length}`)
        return store.read(collection, ids)
      },
    }),
  })
})
afterEach(() => services.close())

const headersOf = (token: string) => ({ authorization: `Bearer ${token}` })
const change = async (id: string, with_: Partial<AccountDoc>): Promise<void> =>
  transact(services, async (tx) => {
    const doc = await tx.get(accounts, id)
    if (doc) tx.replace(accounts, id, { ...doc, ...with_ })
  })

describe('the account of a WeChat user', () => {
  it('is one, also when its first two calls come at once', async () => {
    const beside = await services.beside()
    const found = await Promise.all(
      [1, 2, 3, 4].map((i) => findOrCreateAccount(i % 2 ? services : beside, 'o-wang')),
    )
    expect(new Set(found.map(({ id }) => id)).size).toBe(1)
    expect((await findAccount(services, 'o-wang'))?.id).toBe(found[0]?.id)
    expect((await findOrCreateAccount(services, 'o-li')).id).not.toBe(found[0]?.id)
  })

  it('holds no OPENID', async () => {
    const { id } = await findOrCreateAccount(services, 'o-wang-openid')
    const everything = JSON.stringify([
      await services.store.read(accounts.name, [id]),
      await findAccount(services, 'o-wang-openid'),
    ])
    expect(everything).not.toContain('o-wang-openid')
  })
})

describe('a session', () => {
  it('names its account for twelve hours, to the second', async () => {
    const id = await services.person('wang')
    const token = await services.tokenOf(id)
    services.time.now += SESSION_MS - 1
    expect(await resolveCaller({ services, headers: headersOf(token) })).toMatchObject({
      kind: 'account',
      accountId: id,
    })
    services.time.now += 1
    await expect(resolveCaller({ services, headers: headersOf(token) })).rejects.toMatchObject({
      code: 'SESSION_EXPIRED',
    })
  })

  it('costs one read a call, and none more when the handler asks for the account', async () => {
    const token = await services.tokenOf(await services.person('wang'))
    reads.length = 0
    const caller = await resolveCaller({ services, headers: headersOf(token) })
    await callingAccount({ store: services.store, caller })
    expect(reads).toEqual(['accounts:1'])
  })

  it('is over everywhere once the account says so, though its token was known', async () => {
    const id = await services.person('wang')
    const token = await services.tokenOf(id)
    await resolveCaller({ services, headers: headersOf(token) })
    await change(id, { sessionsSince: services.time.now + 1 })
    await expect(resolveCaller({ services, headers: headersOf(token) })).rejects.toMatchObject({
      code: 'SESSION_EXPIRED',
    })
    expect(await resolveCaller({ services, headers: headersOf(await services.tokenOf(id)) })).toMatchObject({
      accountId: id,
    })
  })

  it('gives the roles of this moment, never those of its beginning', async () => {
    const id = await services.person('wang')
    const token = await services.tokenOf(id)
    expect(await resolveCaller({ services, headers: headersOf(token) })).toMatchObject({ grants: [] })
    await change(id, { grants: [{ role: 'officer', halls: ['h1'] }] })
    expect(await resolveCaller({ services, headers: headersOf(token) })).toMatchObject({
      grants: [{ role: 'officer', halls: ['h1'] }],
    })
  })

  it('of an erased account answers ERASED', async () => {
    const id = await services.person('wang')
    const token = await services.tokenOf(id)
    await change(id, { erasedAt: services.time.now })
    await expect(resolveCaller({ services, headers: headersOf(token) })).rejects.toMatchObject({
      code: 'ERASED',
    })
  })

  it('of no account answers SIGN_IN', async () => {
    const { doc } = await findOrCreateAccount(services, 'wang')
    const { token } = await startSession(services, { id: 'ac_nobody', doc }, services.time.now)
    await expect(resolveCaller({ services, headers: headersOf(token) })).rejects.toMatchObject({
      code: 'SIGN_IN',
    })
  })

  const signed = (alg: string, key: Uint8Array, claims: Record<string, unknown>): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg, typ: 'JWT' })
      .setExpirationTime(Math.floor(services.time.now / 1000) + 60)
      .sign(key)

  it.each([
    '',
    'Basic YTpi',
    'Bearer',
    'Bearer a.b.c',
    'Bearer ../..',
    `Bearer ${'x'.repeat(3000)}`,
    'token',
  ])('is not "%s"', async (authorization) => {
    if (authorization === '')
      expect(await resolveCaller({ services, headers: { authorization } })).toEqual({ kind: 'anonymous' })
    else
      await expect(resolveCaller({ services, headers: { authorization } })).rejects.toMatchObject({
        code: 'SIGN_IN',
      })
  })

  it('is not one signed by another, with another algorithm, for another issuer, or without its claims', async () => {
    const key = services.vault.signingKey('session')
    const good = { iss: 'shuibang', sub: 'ac_1', since: 1 }
    const { sub: _, ...nobody } = good
    const forged = [
      await signed('HS256', new Uint8Array(32), good),
      await signed('HS512', new Uint8Array([...key, ...key]), good),
      await signed('HS256', key, { ...good, iss: 'other' }),
      await signed('HS256', key, nobody),
      await signed('HS256', key, { ...good, since: 'x' }),
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ ...good, exp: 4e9 })).toString('base64url')}.`,
    ]
    for (const token of forged)
      await expect(readSession(services, token)).rejects.toMatchObject({ code: 'SIGN_IN' })
    expect(await readSession(services, await signed('HS256', key, good))).toEqual({
      accountId: 'ac_1',
      since: 1,
    })
  })

  it('is valid to jose as well, and cannot be altered in any character', async () => {
    const id = await services.person('wang')
    const token = await services.tokenOf(id)
    const key = services.vault.signingKey('session')
    const verified = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      issuer: 'shuibang',
      currentDate: new Date(services.time.now),
    })
    expect(verified.payload).toMatchObject({ sub: id })
    for (let i = 0; i < token.length; i += 1) {
      const altered = `${token.slice(0, i)}${token.charAt(i) === 'A' ? 'B' : 'A'}${token.slice(i + 1)}`
      await expect(readSession(services, altered)).rejects.toMatchObject({ code: 'SIGN_IN' })
    }
    for (const altered of [
      `${token}.`,
      `${token}.x`,
      `.${token}`,
      `${token}=`,
      `${token}A`,
      token.split('.').slice(0, 2).join('.'),
    ]) {
      await expect(readSession(services, altered)).rejects.toMatchObject({ code: 'SIGN_IN' })
    }
  })

  it('of one deployment is nothing in another', async () => {
    const other = await testServices({ seed: 'other' })
    const elsewhere = { ...other, vault: { ...other.vault, signingKey: () => new Uint8Array(32).fill(3) } }
    const id = await services.person('wang')
    await expect(readSession(elsewhere, await services.tokenOf(id))).rejects.toMatchObject({
      code: 'SIGN_IN',
    })
    await other.close()
  })
})

describe('a caller whom the platform vouches for', () => {
  it('has an account from the first call on, found by one read from the second', async () => {
    const first = await resolveCaller({ services, openid: 'o-1' })
    reads.length = 0
    expect(await resolveCaller({ services, openid: 'o-1' })).toEqual(first)
    expect(reads).toEqual(['accounts:1'])
  })
  it('needs neither session nor header; without anything a caller is anonymous', async () => {
    expect(await resolveCaller({ services, openid: 'o-1', headers: headersOf('rubbish') })).toMatchObject({
      kind: 'account',
    })
    expect(await resolveCaller({ services })).toEqual({ kind: 'anonymous' })
  })
})

describe('code2session', () => {
  let server: Server
  let asked: URL[] = []
  let answer: (code: string) => { status?: number; body?: string; hang?: boolean }
  beforeEach(async () => {
    asked = []
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://x')
      asked.push(url)
      const { status = 200, body = '', hang } = answer(url.searchParams.get('js_code') ?? '')
      if (!hang) response.writeHead(status, { 'content-type': 'text/plain' }).end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterEach(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const wechat = () => ({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    appId: 'wx1',
    secret: 'se&cret',
  })

  it('asks as WeChat wants it and gives the OPENID', async () => {
    answer = () => ({ body: '{"openid":"o-1","session_key":"k","unionid":"u"}' })
    expect(await code2session(wechat(), 'co de')).toBe('o-1')
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      appid: 'wx1',
      secret: 'se&cret',
      js_code: 'co de',
      grant_type: 'authorization_code',
    })
  })
  it.each([
    ['a used code', '{"errcode":40163,"errmsg":"code been used"}', 'SIGN_IN_FAILED', 1],
    ['a bad code', '{"errcode":40029}', 'SIGN_IN_FAILED', 1],
    ['too often', '{"errcode":45011}', 'RATE_LIMITED', 1],
    ['a busy WeChat, after a second try', '{"errcode":-1}', 'SIGN_IN_FAILED', 2],
    ['no JSON', '<html>', 'SIGN_IN_FAILED', 1],
    ['neither', '{}', 'SIGN_IN_FAILED', 1],
    ['an empty OPENID', '{"openid":""}', 'SIGN_IN_FAILED', 1],
  ])('maps %s', async (_, body, code, times) => {
    answer = () => ({ body })
    await expect(code2session(wechat(), 'c')).rejects.toMatchObject({ code })
    expect(asked).toHaveLength(times)
  })
  it('is satisfied when WeChat was busy once', async () => {
    answer = () => ({ body: asked.length === 1 ? '{"errcode":-1}' : '{"errcode":0,"openid":"o-2"}' })
    expect(await code2session(wechat(), 'c')).toBe('o-2')
  })
  it('gives up on a server that fails, hangs or is not there, and says nothing of the secret', async () => {
    answer = () => ({ status: 502 })
    await expect(code2session(wechat(), 'c')).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
    answer = () => ({ hang: true })
    const failure: unknown = await code2session(wechat(), 'c', { timeout: 50 }).catch(
      (error: unknown) => error,
    )
    expect(failure).toMatchObject({ code: 'SIGN_IN_FAILED' })
    expect(`${JSON.stringify(failure)} ${String((failure as Error).cause)}`).not.toContain('cret')
    await expect(code2session({ ...wechat(), baseUrl: 'http://127.0.0.1:9' }, 'c')).rejects.toMatchObject({
      code: 'SIGN_IN_FAILED',
    })
  })
})
