/** My data: who saw it, all of it, and its end; and the one way for an officer to see a masked field. */
import { allCollections } from '../../all-collections'
import { AppError } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import { shownText } from '../../core/pure/typed-text'
import { DAY_MS, HOUR } from '../../core/pure/time'
import { auditEntry } from '../../core/io/audit/entry'
import type { Context } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { callingAccount } from '../../core/io/identity/caller'
import { identityId } from '../../core/io/identity/account'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { reasonToLook } from '../business'
import { accessLog, accounts, identities, showAccess, taxpayers, type AccessDoc } from '../collections'
import { finishErasure, keptAfterErasure, WHILE_ASKED } from '../erasing'
import { cursorOf, exportPage, readExportCursor } from '../exporting'
import { personOf } from '../person'
import { actingAs } from '../rules/access'
import { whereOf } from '../taxpayer'
import { os } from './implementer'

/** Where the stated purpose of an access is sealed. */
const purposeAt = (accessId: string) => `accessLog|${accessId}|purpose` as const

/** Three years, as processing records are kept (PIPL art. 56). */
const ACCESS_MS = 3 * 366 * DAY_MS

const keptIn = (context: Context) =>
  keptAfterErasure(allCollections).map(({ what, basis }) => ({
    what: say(what, context.language),
    basis: say(basis, context.language),
  }))

/** Made of the caller's key: a repeat writes no second entry. */
const accessIdOf = ({ vault, key, procedure }: Context, accountId: string): string =>
  `al_${vault.pseudonym('accessLog', `${accountId}|${procedure}|${key}`)}`

/**
 * Writes who saw what, once. What was seen is not kept as a receipt: nothing personal lies outside its owner's key.
 * @throws AppError KEY_REUSED when the key stands for another question
 */
const noteAccess = async (
  context: Context,
  accessId: string,
  entry: Omit<AccessDoc, 'v' | 'at' | 'expiresAt'>,
  audited: boolean,
): Promise<void> =>
  transact(context, async (tx) => {
    const before = await tx.get(accessLog, accessId)
    if (before) {
      if (before.asked !== entry.asked) throw new AppError('KEY_REUSED')
      return
    }
    tx.insert(accessLog, accessId, { v: 1, ...entry, at: tx.now, expiresAt: tx.now + ACCESS_MS })
    if (audited)
      auditEntry(tx, {
        actor: entry.who,
        action: context.procedure,
        subject: entry.taxpayerId,
        detail: { field: entry.field, access: accessId },
      })
  })

const reveal = os.reveal.handler(async ({ input, context }) => {
  const { vault, store } = context
  const officer = await callingAccount(context)
  const { taxpayerId, field, purpose } = input
  // Who has no business where this officer serves is as good as unknown.
  const reason = await reasonToLook(context, taxpayerId, ['auditor', 'supervisor', 'officer'])
  if (!reason) throw new AppError('NOT_FOUND')
  const taxpayer = await reader(store).get(taxpayers, taxpayerId)
  const key = taxpayer && (await vault.keysOf([taxpayer.owner])).get(taxpayer.owner)
  const sealed = taxpayer?.[field]
  // A field that was never given answers as an unknown taxpayer.
  if (!taxpayer || !key || sealed === null || sealed === undefined) throw new AppError('NOT_FOUND')
  const value = key.open(whereOf(taxpayerId, field), sealed)
  const accessId = accessIdOf(context, officer.id)
  await noteAccess(
    context,
    accessId,
    {
      owner: taxpayer.owner,
      who: officer.id,
      as: actingAs(reason),
      taxpayerId,
      field,
      purpose: key.seal(purposeAt(accessId), purpose),
      asked: vault.pseudonym('asked', JSON.stringify([taxpayerId, field, purpose])),
    },
    true,
  )
  return { value: shownText(value) }
})

const accessLogOfMine = os.accessLog.handler(async ({ input, context }) => {
  const { id } = await callingAccount(context)
  const key = await context.vault.keyOf(id)
  const page = await reader(context.store).query(accessLog, {
    index: 'owner',
    where: { owner: id },
    order: 'desc',
    after: input.after,
    limit: input.limit,
  })
  return pageAnswer(page, (stored) =>
    showAccess(stored, { open: (field, sealed) => key.open(`accessLog|${stored.id}|${field}`, sealed) }),
  )
})

/** How long the pages of one export belong to the entry that its first page wrote. */
const EXPORT_MS = HOUR

/**
 * An export may be somebody else's at an unlocked phone: its owner finds it in the log. Its first page writes the entry, the
 * later ones belong to it; a repeat with the same key writes none.
 * @returns the entry's id
 */
const noteExport = async (
  context: Context,
  accountId: string,
  after: string | undefined,
): Promise<string> => {
  const { vault, store, now } = context
  const begun = after === undefined ? undefined : readExportCursor(after).accessId
  const asked = vault.pseudonym('asked', after === undefined ? 'export' : `export|${after}`)
  const accessId = accessIdOf(context, accountId)
  const [entry, ofKey] = await reader(store).getMany(accessLog, [begun ?? accessId, accessId])
  if (ofKey && ofKey.asked !== asked) throw new AppError('KEY_REUSED')
  if (
    begun !== undefined &&
    entry?.owner === accountId &&
    entry.who === accountId &&
    now - entry.at < EXPORT_MS
  )
    return begun
  const key = await vault.keyOf(accountId)
  await noteAccess(
    context,
    accessId,
    {
      owner: accountId,
      who: accountId,
      as: 'self',
      taxpayerId: accountId,
      field: 'export',
      purpose: key.seal(purposeAt(accessId), 'export'),
      asked,
    },
    false,
  )
  return accessId
}

const exportMine = os.export.handler(async ({ input: { after }, context }) => {
  const account = await callingAccount(context)
  const from = after === undefined ? undefined : readExportCursor(after).place
  const page = await exportPage(context, {
    collections: allCollections,
    person: await personOf(context, account),
    key: await context.vault.keyOf(account.id),
    from,
  })
  const accessId = await noteExport(context, account.id, after)
  return {
    madeAt: context.now,
    sections: page.sections.map(({ name, what, documents }) => ({
      name,
      what: say(what, context.language),
      documents: documents.map((one) => ({ ...one })),
    })),
    kept: keptIn(context),
    complete: page.next === undefined,
    ...(page.next === undefined ? {} : { next: cursorOf(accessId, page.next) }),
  }
})

const erase = os.erase.handler(async ({ context }) => {
  const { id } = await callingAccount(context)
  const done = await context.transact(async (tx) => {
    const account = await tx.get(accounts, id)
    if (!account || account.erasedAt !== undefined) throw new AppError('ERASED')
    const identity = await tx.get(identities, identityId(account.origin))
    if (identity?.accountId === id) tx.remove(identities, identityId(account.origin))
    tx.replace(accounts, id, {
      v: 1,
      origin: 'erased',
      createdAt: account.createdAt,
      sessionsSince: account.sessionsSince + 1,
      grants: [],
      bindings: [],
      defaultTaxpayer: null,
      erasedAt: tx.now,
    })
    auditEntry(tx, { actor: id, action: 'accounts/erase', subject: id, detail: {} })
    emit(tx, { kind: 'accounts.erased', due: tx.now, payload: { accountId: id } })
    return { erasedAt: tx.now, kept: keptIn(context) }
  })
  // From here on nothing of it can be read. The event does the same if this instance dies here.
  await context.vault.destroy(id)
  await finishErasure(context, allCollections, id, WHILE_ASKED).catch((error: unknown) =>
    context.log.warn({ err: error }, 'an erasure was left to its event'),
  )
  return done
})

export const privacy = { reveal, accessLog: accessLogOfMine, export: exportMine, erase }
