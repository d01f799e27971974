import { accessLog, taxpayers } from '../../../functions/accounts/collections'
import { eventHandlers } from '../../../functions/accounts/events'
import { actingFor, taxpayerNames } from '../../../functions/accounts/public'
import { allCollections } from '../../../functions/all-collections'
import { auditEntries, type AuditEntryDoc } from '../../../functions/core/io/audit/collections'
import { findAccount } from '../../../functions/core/io/identity/account'
import { resolveCaller } from '../../../functions/core/io/identity/caller'
import { visit } from '../../harness/visits'
import { testServices, type TestServices } from '../../harness/context'
import {
  as,
  authoriseAndAccept,
  cast,
  everything,
  FIRM,
  pending,
  PERSON,
  verified,
  verifyAt,
  type Cast,
} from './people'

let services: TestServices
let people: Cast
let taxpayerId: string
beforeEach(async () => {
  services = await testServices()
  people = await cast(services)
  taxpayerId = await verified(services, people)
  await visit(services, taxpayerId)
})
afterEach(() => services.close())

const code = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  )
const reveal = (
  more: Partial<{ field: 'name' | 'number' | 'phone'; purpose: string; taxpayerId: string }> = {},
  key?: string,
  who = people.officer,
) =>
  as(
    services,
    who,
    key === undefined ? {} : { key },
  )('reveal', { taxpayerId, field: 'number', purpose: '核对王小明的证件', ...more })
const log = (who: string, more: { after?: string; limit?: number } = {}) =>
  as(services, who)('accessLog', { limit: 20, ...more })

describe('reveal', () => {
  it('shows one field to an officer, and the access to its owner: who, when, what, why', async () => {
    expect(await reveal()).toEqual({ value: PERSON.number })
    expect(await reveal({ field: 'phone' }, undefined, people.auditor)).toEqual({ value: PERSON.phone })
    const { items } = await log(people.wang)
    expect(items).toHaveLength(2)
    expect(items).toEqual(
      expect.arrayContaining([
        {
          id: expect.stringMatching(/^al_/) as string,
          at: services.time.now,
          who: `officer@h1 #${people.officer.slice(-4).toUpperCase()}`,
          field: 'number',
          purpose: '核对王小明的证件',
        },
        {
          id: expect.stringMatching(/^al_/) as string,
          at: services.time.now,
          who: `auditor #${people.auditor.slice(-4).toUpperCase()}`,
          field: 'phone',
          purpose: '核对王小明的证件',
        },
      ]),
    )
    expect((await log(people.li)).items).toEqual([])
  })
  it('is audited by pseudonyms, and leaves neither value nor purpose readable', async () => {
    await reveal()
    const audited = (
      await services.store.query<AuditEntryDoc>(auditEntries.name, {
        index: 'subject',
        where: { subject: taxpayerId },
      })
    ).items.map(({ doc }) => doc)
    expect(audited.filter(({ action }) => action === 'accounts/reveal')).toMatchObject([
      { actor: people.officer, detail: { field: 'number' } },
    ])
    const kept = await everything(services, allCollections)
    expect(kept).not.toContain(PERSON.number)
    expect(kept).not.toContain('王小明')
  })
  it('is noted once when it is repeated with its key, and refused for another question under it', async () => {
    expect(await reveal({}, 'k')).toEqual(await reveal({}, 'k'))
    expect((await log(people.wang)).items).toHaveLength(1)
    expect(await code(reveal({ field: 'name' }, 'k'))).toBe('KEY_REUSED')
    expect(await code(reveal({}, 'k', people.auditor))).toBe('answered')
  })
  it('answers an unknown taxpayer, an erased one and a field never given the same', async () => {
    const { taxpayer } = await as(services, people.li)('bind', FIRM)
    await visit(services, taxpayer.id)
    expect(await code(reveal({ taxpayerId: taxpayer.id, field: 'phone' }))).toBe('NOT_FOUND')
    expect(await code(reveal({ taxpayerId: 'tp_unknown' }))).toBe('NOT_FOUND')
    await services.vault.destroy(people.wang)
    expect(await code(reveal())).toBe('NOT_FOUND')
  })
})

describe('accessLog', () => {
  it('comes in pages, newest first, each access once', async () => {
    for (let i = 0; i < 7; i += 1) {
      services.time.now += 1000
      await reveal({ purpose: `purpose ${i}` })
    }
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await log(people.wang, { limit: 3, ...(after === undefined ? {} : { after }) })
      seen.push(...page.items.map(({ purpose }) => purpose))
      after = page.next
    } while (after !== undefined)
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `purpose ${i}`))
  })
  it("takes no cursor of somebody else's log", async () => {
    for (let i = 0; i < 3; i += 1) await reveal({ purpose: `purpose ${i}` })
    const { next } = await log(people.wang, { limit: 1 })
    expect(next).toBeDefined()
    expect(await code(log(people.li, { after: next ?? '', limit: 1 }))).toBe('INVALID_INPUT')
    expect(await code(log(people.wang, { after: 'rubbish', limit: 1 }))).toBe('INVALID_INPUT')
  })
})

describe('export', () => {
  it('gives me everything about me, readable, and nothing about others', async () => {
    await as(services, people.li)('bind', FIRM)
    await authoriseAndAccept(services, people.wang, {
      taxpayerId,
      agent: people.li,
      scope: ['appointments'],
      days: 3,
    })
    await reveal()
    const made = await as(services, people.wang)('export', {})
    const section = (name: string) => made.sections.find((one) => one.name === name)?.documents
    expect(section('accounts')).toMatchObject([{ id: people.wang }])
    expect(section('taxpayers')).toMatchObject([
      { id: taxpayerId, name: PERSON.name, number: PERSON.number, phone: PERSON.phone, standing: 'verified' },
    ])
    expect(section('authorisations')).toMatchObject([{ taxpayerId, agent: people.li }])
    expect(section('accessLog')).toMatchObject([{ field: 'number', purpose: '核对王小明的证件' }])
    expect(JSON.stringify(made)).not.toContain(FIRM.name)
    expect(made.kept.length).toBeGreaterThan(0)
    expect(made.madeAt).toBe(services.time.now)
  })
  it('is seen in my own access log, once a key', async () => {
    await as(services, people.wang, { key: 'k' })('export', {})
    await as(services, people.wang, { key: 'k' })('export', {})
    expect((await log(people.wang)).items.map(({ field }) => field)).toEqual(['export'])
  })
  it('names the law in my language', async () => {
    const [zh, en] = [
      await as(services, people.wang)('export', {}),
      await as(services, people.wang, { language: 'en' })('export', {}),
    ]
    expect(zh.kept[0]?.basis).toMatch(/法/)
    expect(en.kept[0]?.basis).toMatch(/Law/)
  })
})

describe('erase', () => {
  const erase = () => as(services, people.wang)('erase', { confirm: 'ERASE' })

  it('ends my sessions, bindings and names, and says what is kept and why', async () => {
    const token = await services.tokenOf(people.wang)
    const done = await erase()
    expect(done.erasedAt).toBe(services.time.now)
    expect(done.kept.every(({ what, basis }) => what && basis)).toBe(true)
    await expect(
      resolveCaller({ services, headers: { authorization: `Bearer ${token}` } }),
    ).rejects.toMatchObject({ code: 'ERASED' })
    await expect(services.vault.keyOf(people.wang)).rejects.toMatchObject({ code: 'ERASED' })
    expect((await taxpayerNames(services, [taxpayerId])).size).toBe(0)
    expect((await services.store.read(taxpayers.name, [taxpayerId]))[0]).toBeUndefined()
  })
  it('makes everything sealed for me unreadable, with every key that is left', async () => {
    const [before] = await services.store.read<{ name: string; v: 1 }>(taxpayers.name, [taxpayerId])
    await erase()
    const again = await services.beside()
    expect((await again.vault.keysOf([people.wang, taxpayerId])).size).toBe(0)
    expect(() => again.vault.own.open(`taxpayers|${taxpayerId}|name`, before?.doc.name ?? '')).toThrow()
  })
  it('tells the others, by pseudonym only', async () => {
    await erase()
    const told = (await pending(services)).find(({ doc }) => doc.kind === 'accounts.erased')
    expect(told?.doc.payload).toEqual({ accountId: people.wang })
  })
  it('ends what agents do for me, and what I do for others', async () => {
    await authoriseAndAccept(services, people.wang, {
      taxpayerId,
      agent: people.li,
      scope: ['appointments'],
      days: 3,
    })
    const { taxpayer } = await as(services, people.li)('bind', FIRM)
    await verifyAt(services, people.officer, taxpayer.id)
    const given = await authoriseAndAccept(services, people.li, {
      taxpayerId: taxpayer.id,
      agent: people.wang,
      scope: ['appointments'],
      days: 3,
    })
    await erase()
    expect((await as(services, people.li)('me', {})).taxpayers.map(({ id }) => id)).toEqual([taxpayer.id])
    expect((await services.store.read('authorisations', [given.authorisation.id]))[0]?.doc.revokedAt).toBe(
      services.time.now,
    )
  })
  it('frees the subject, and lets the same person begin anew with nothing', async () => {
    await erase()
    const fresh = await services.person('wang')
    expect(fresh).not.toBe(people.wang)
    expect((await findAccount(services, 'wang'))?.id).toBe(fresh)
    expect((await as(services, fresh)('me', {})).taxpayers).toEqual([])
    expect((await as(services, fresh)('bind', PERSON)).taxpayer.standing).toBe('claimed')
  })
  it('does not shed a ban: the claimed ledger of the same person and subject stays the same', async () => {
    const bound = await as(services, people.li)('bind', FIRM)
    const before = await actingFor(await services.contextFor(people.li), { scope: 'appointments' })
    await as(services, people.li)('erase', { confirm: 'ERASE' })
    const fresh = await services.person('li')
    const again = await as(services, fresh)('bind', FIRM)
    expect(again.taxpayer.id).not.toBe(bound.taxpayer.id)
    expect((await actingFor(await services.contextFor(fresh), { scope: 'appointments' })).ledgerKey).toBe(
      before.ledgerKey,
    )
  })
  it('is finished by its event when the instance died right after the commit', async () => {
    const { call } = await import('@orpc/server')
    const { router } = await import('../../../functions/accounts/router')
    const context = await services.contextFor(people.wang, { procedure: 'accounts/erase' })
    const dying = {
      ...context,
      vault: { ...context.vault, destroy: async () => Promise.reject(new Error('gone')) },
    }
    await expect(call(router.erase, { confirm: 'ERASE' }, { context: dying })).rejects.toThrow()
    const told = (await pending(services)).find(({ doc }) => doc.kind === 'accounts.erased')
    const handler = eventHandlers['accounts.erased']
    if (!told || !handler) throw new Error('nobody finishes it')
    for (let run = 0; run < 2; run += 1)
      await handler(
        {
          id: told.id,
          kind: told.doc.kind,
          at: told.doc.at,
          due: told.doc.at,
          attempts: run,
          payload: told.doc.payload,
        },
        services,
      )
    await expect(services.vault.keyOf(people.wang)).rejects.toMatchObject({ code: 'ERASED' })
    expect((await services.store.read(taxpayers.name, [taxpayerId]))[0]).toBeUndefined()
  })
  it('keeps who saw what, without the words', async () => {
    await reveal()
    await erase()
    const kept = (
      await services.store.query(accessLog.name, { index: 'owner', where: { owner: people.wang } })
    ).items
    expect(kept).toHaveLength(1)
    expect((await services.vault.keysOf([people.wang])).size).toBe(0)
  })
  it('is of one’s own account only', async () => {
    await erase()
    expect((await as(services, people.li)('me', {})).accountId).toBe(people.li)
  })
})
