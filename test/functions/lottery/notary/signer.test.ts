/** The notary's signer, asked by the deployment's own adapter: one freeze a draw, before its round, and nothing that is not in order. */
import { readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { freeze } from '../../../../functions/lottery/draw/freeze'
import { isSignedBy, notaryOf } from '../../../../functions/lottery/draw/notary'
import { notaryAt, NotaryAway } from '../../../../functions/lottery/draw/signer'
import { toHex } from '../../../../functions/core/pure/bytes'
import { roundFrom } from '../../../../functions/lottery/rules/draw/chain'
import type { DayRules } from '../../../../functions/lottery/rules/draw/instant'
import {
  documentHash,
  rulesHashOf,
  type DayOpening,
  type Freeze,
  type Result,
  type Unsigned,
} from '../../../../functions/lottery/rules/draw/documents'
import { openLedger, type Ledger } from '../../../../scripts/notary/ledger'
import { sha } from '../draw/slow'
import { CHAIN, FROZEN_AT, ROUND_AT, rulesOf, toFreeze } from '../draw/world'
import { openSigner, type SignerHere } from './signing'

const MINUTE = 60_000
const time = { now: FROZEN_AT + MINUTE }
let signer: SignerHere
/** The deployment is at no address that answers. */
const nowhere = { baseUrl: 'http://127.0.0.1:9/api', sleep: () => Promise.resolve() }

beforeEach(async () => {
  time.now = FROZEN_AT + MINUTE
  signer = await openSigner({ deployment: nowhere, clock: () => time.now })
})
afterEach(() => signer.close())

const unsigned = async (change: Partial<Parameters<typeof toFreeze>[0]> = {}): Promise<Unsigned<Freeze>> => {
  const { signature: _, ...document } = await freeze(toFreeze({ notary: signer.keys.notary, ...change }))
  return document
}
const DAY: DayRules = {
  campaign: 'sample',
  period: 'instant-band0:2026-12-02T0000',
  day: '2026-12-02',
  band: { from: 10_000, below: null },
  campaignRules: sha('campaign').toString('hex'),
  tiers: [{ tier: '30', prize: 3000, odds: { of: 1, in: 20 }, places: null }],
  pool: 60_000,
}
const opening = (change: Partial<DayOpening> = {}): Unsigned<DayOpening> => {
  const { rules = DAY } = change
  return {
    kind: 'shuibang/draw/1 day opening',
    openedAt: FROZEN_AT,
    seedCommitment: '11'.repeat(32),
    rules,
    rulesHash: toHex(rulesHashOf(rules)),
    notary: signer.keys.notary.publicKey,
    ...change,
  }
}
const adapter = (change: Partial<Parameters<typeof notaryAt>[0]> = {}) =>
  notaryAt({
    baseUrl: signer.url,
    token: signer.keys.token,
    publicKey: signer.keys.notary.publicKey,
    ...change,
  })
const codeOf = async (document: unknown): Promise<string | undefined> =>
  (await signer.ask(document)).body.code

describe('a freeze', () => {
  test('is signed before its round, by her key, and its signature is on the disk', async () => {
    const document = await unsigned()
    const signed = await adapter().sign<Freeze>(document)
    expect(isSignedBy(signer.keys.notary.publicKey, signed)).toBe(true)
    expect(signed).toEqual({ ...document, signature: signed.signature })
    expect(signer.logged()).toMatchObject([{ did: 'signed', kind: document.kind }])
  })

  test('asked for again has the same signature, also long after its round and after a restart', async () => {
    const document = await unsigned()
    const { signature } = await adapter().sign<Freeze>(document)
    expect((await adapter().sign<Freeze>(document)).signature).toBe(signature)
    await signer.start()
    time.now = ROUND_AT + 1000 * MINUTE
    expect((await adapter().sign<Freeze>(document)).signature).toBe(signature)
    expect(signer.logged().map(({ did }) => did)).toEqual(['signed', 'signed again', 'signed again'])
  })

  test('is one: another one of the same draw is refused, also after a restart, and one of another draw is not', async () => {
    await adapter().sign<Freeze>(await unsigned())
    const other = await unsigned({ exclusions: [] })
    await signer.start()
    expect(await signer.ask(other)).toEqual({ status: 409, body: { code: 'otherDocument' } })
    await adapter().sign<Freeze>(await unsigned({ rules: rulesOf({ period: '2026-12' }) }))
  })

  test('of two at once one is signed', async () => {
    const both = [await unsigned(), await unsigned({ exclusions: [] })]
    const answers = await Promise.all(both.map((document) => signer.ask(document)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const same = await Promise.all([1, 2, 3].map(() => signer.ask(both[0])))
    expect(new Set(same.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  test('is refused once its round is out, or nearly', async () => {
    const document = await unsigned()
    for (const now of [ROUND_AT - 30_000, ROUND_AT, ROUND_AT + MINUTE]) {
      time.now = now
      await expect(adapter().sign<Freeze>(document)).rejects.toMatchObject({
        name: 'DrawRefused',
        code: 'tooLate',
      })
    }
    time.now = ROUND_AT - 30_001
    await adapter().sign<Freeze>(document)
  })

  test('is refused when it says that it is of later than now', async () => {
    time.now = FROZEN_AT - MINUTE - 1
    expect(await codeOf(await unsigned())).toBe('notYet')
  })

  test('is refused by rules that verifiers refuse', async () => {
    const document = await unsigned()
    const early = rulesOf({ round: roundFrom(CHAIN.chain, FROZEN_AT + 9 * MINUTE), fallback: null })
    const wrong: readonly object[] = [
      { ...document, rulesHash: '00'.repeat(32) },
      { ...document, received: document.received + 1 },
      { ...document, rules: early, rulesHash: toHex(rulesHashOf(early)) },
    ]
    for (const one of wrong) expect(await codeOf(one)).toBe('rules')
  })

  test('by a chain of somebody’s own is refused, unless rehearsals are signed', async () => {
    await signer.start({ allowTestChain: false })
    expect(await codeOf(await unsigned())).toBe('testChain')
  })
})

describe('an opening of a day', () => {
  test('is signed before the day, once for a day and band', async () => {
    const before = opening()
    await adapter().sign<DayOpening>(before)
    await adapter().sign<DayOpening>(before)
    expect(await codeOf(opening({ seedCommitment: '22'.repeat(32) }))).toBe('otherDocument')
    const rules = { ...before.rules, period: 'instant-band1:2026-12-02T0000' }
    await adapter().sign<DayOpening>(opening({ rules }))
  })

  test('is refused once the day has begun, and where it says so itself', async () => {
    time.now = Date.parse('2026-12-01T15:59:30Z')
    expect(await codeOf(opening({ openedAt: Date.parse('2026-12-01T16:00:10Z') }))).toBe('tooLate')
    time.now = Date.parse('2026-12-01T16:00:00Z')
    expect(await codeOf(opening())).toBe('tooLate')
  })

  test.each([
    ['a day that is none', { day: '2026-13-40' }],
    ['chances of more than 1', { tiers: [{ tier: 'a', prize: 1, odds: { of: 3, in: 2 }, places: null }] }],
  ])('is refused with %s', async (_, change) => {
    expect(await codeOf(opening({ rules: { ...DAY, ...change } }))).toBe('rules')
  })
})

describe('who asks', () => {
  test('without the token is told nothing, and it is written down', async () => {
    const document = await unsigned()
    for (const token of ['', 'x', `${signer.keys.token}x`, signer.keys.token.slice(1)])
      expect(await signer.ask(document, token)).toEqual({ status: 401, body: { code: 'stranger' } })
    expect(signer.logged().map(({ code }) => code)).toEqual(Array(4).fill('stranger'))
    await expect(adapter({ token: 'x'.repeat(40) }).sign<Freeze>(document)).rejects.toMatchObject({
      code: 'notary',
    })
  })

  test('gets nothing signed that names another key', async () => {
    const other = notaryOf(sha('another notary'))
    expect(await codeOf({ ...(await unsigned()), notary: other.publicKey })).toBe('otherKey')
    await expect(
      adapter({ publicKey: other.publicKey }).sign<Freeze>({
        ...(await unsigned()),
        notary: other.publicKey,
      }),
    ).rejects.toMatchObject({ code: 'notary' })
  })

  test('takes no signature by another key for hers', async () => {
    const document = await unsigned()
    await signer.start({ notary: { ...signer.keys.notary, sign: notaryOf(sha('other')).sign } })
    await expect(adapter().sign<Freeze>(document)).rejects.toMatchObject({ code: 'notary' })
  })

  test('learns the public key, and of nothing else that there is anything', async () => {
    const key = await fetch(`${signer.url}/key`)
    expect(await key.json()).toEqual({ publicKey: signer.keys.notary.publicKey })
    for (const [method, where] of [
      ['GET', '/sign'],
      ['POST', '/key'],
      ['GET', '/'],
      ['GET', '/token'],
    ] as const)
      expect((await fetch(`${signer.url}${where}`, { method })).status).toBe(404)
  })

  test('is away for the deployment where nobody answers, where it fails, and while it looks', async () => {
    const document = await unsigned()
    const broken: Ledger = {
      ...openLedger(
        signer.folder,
        () => time.now,
        () => undefined,
      ),
      keep: () => {
        throw new Error('no space left')
      },
    }
    await signer.start({ ledger: broken })
    await expect(adapter().sign<Freeze>(document)).rejects.toBeInstanceOf(NotaryAway)
    await signer.stop()
    await expect(adapter().sign<Freeze>(document)).rejects.toBeInstanceOf(NotaryAway)
    await signer.start()
    await adapter().sign<Freeze>(document)
  })
})

describe('what is malformed', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a list', []],
    ['an unknown kind', { kind: 'shuibang/draw/1 other' }],
    ['a kind of every object', { kind: 'constructor' }],
    ['a freeze of nothing', { kind: 'shuibang/draw/1 freeze' }],
  ])('is refused: %s', async (_, document) => expect(await codeOf(document)).toBe('malformed'))

  test('is refused: a field more, a field less, a signature brought along, what is no JSON', async () => {
    const document = await unsigned()
    const { count: _, ...less } = document
    for (const one of [{ ...document, more: 1 }, less, { ...document, signature: '00'.repeat(64) }])
      expect(await codeOf(one)).toBe('malformed')
    const raw = (body: string) =>
      fetch(`${signer.url}/sign`, {
        method: 'POST',
        headers: { authorization: `Bearer ${signer.keys.token}` },
        body,
      })
    expect((await raw('{"document":')).status).toBe(409)
  })
})

describe('what follows from something', () => {
  const result = (of: Unsigned<Freeze>): Unsigned<Result> => ({
    kind: 'shuibang/draw/1 result',
    freeze: documentHash(of),
    drawnAt: ROUND_AT,
    source: 'beacon',
    silent: [],
    seed: '00'.repeat(32),
    tiers: [],
    replacements: [],
    notary: of.notary,
  })

  test('is refused where she did not sign that', async () => {
    expect(await codeOf(result(await unsigned()))).toBe('notSigned')
  })

  test('of an opening is no result', async () => {
    const day = opening()
    await adapter().sign<DayOpening>(day)
    expect(await codeOf({ ...result(await unsigned()), freeze: documentHash(day) })).toBe('notSigned')
  })

  test('is refused before it can be, and waits while its files cannot be fetched', async () => {
    const document = await unsigned()
    await adapter().sign<Freeze>(document)
    expect(await codeOf(result(document))).toBe('notYet')
    time.now = ROUND_AT
    expect(await signer.ask(result(document))).toEqual({ status: 503, body: { code: 'notPublished' } })
    await expect(adapter().sign<Result>(result(document))).rejects.toBeInstanceOf(NotaryAway)
  })
})

describe('the ledger', () => {
  const open = (): Ledger =>
    openLedger(
      signer.folder,
      () => time.now,
      () => undefined,
    )

  test('that was cut off before its answer answers the same afterwards', async () => {
    const document = await unsigned()
    const real = open()
    const dying: Ledger = {
      ...real,
      keep: (key, signed) => {
        real.keep(key, signed)
        throw new Error('the power went')
      },
    }
    await signer.start({ ledger: dying })
    expect((await signer.ask(document)).status).toBe(500)
    await signer.start()
    expect(await codeOf(await unsigned({ exclusions: [] }))).toBe('otherDocument')
    const signed = await adapter().sign<Freeze>(document)
    expect(isSignedBy(document.notary, signed)).toBe(true)
    expect(open().named(documentHash(document))).toEqual(signed)
  })

  test('that was cut off before the document was whole has signed nothing', async () => {
    const document = await unsigned()
    const signed = await adapter().sign<Freeze>(document)
    const folder = path.join(signer.folder, 'signed')
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.json')))
      rmSync(path.join(folder, name))
    expect(open().named(documentHash(document))).toBeUndefined()
    const other = await unsigned({ exclusions: [] })
    await adapter().sign<Freeze>(other)
    expect(open().named(documentHash(document))).toBeUndefined()
    expect(open().named(documentHash(other))).not.toEqual(signed)
  })

  test('is for her eyes alone', async () => {
    await adapter().sign<Freeze>(await unsigned())
    const signed = path.join(signer.folder, 'signed')
    const all = [signer.folder, signed, ...readdirSync(signed).map((name) => path.join(signed, name))]
    for (const file of [...all, path.join(signer.folder, 'signatures.log'), path.join(signer.folder, 'key')])
      expect(statSync(file).mode & 0o077).toBe(0)
  })
})
