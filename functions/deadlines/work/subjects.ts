/** Whose deadlines a call is about. */
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { actingFor, everyoneActedFor } from '../../accounts/public'
import { kindsSaid } from '../../profiles/public'
import { profiles, type ProfileDoc } from '../collections'
import { profileIdOf, unsaid, type Subject } from './profile'

export const SCOPE = 'deadlines'

export interface Seen extends Subject {
  /** Masked; null for the account's own self. */
  readonly name: string | null
  readonly doc: ProfileDoc
}

type Needs = Pick<Context, 'store' | 'vault' | 'now'>

/** The one named, or oneself. @throws AppError NOT_FOUND for one that is not the caller's */
export const subjectOf = async (
  context: Context,
  taxpayerId: string | undefined,
): Promise<Subject & Pick<Seen, 'name'>> => {
  if (taxpayerId === undefined)
    return { owner: callerId(context), taxpayerId: null, kind: 'person', name: null }
  const { owner, kind, name } = await actingFor(context, { scope: SCOPE, taxpayerId })
  const said = await kindsSaid(context, [owner])
  return { owner, taxpayerId, kind, name, said: said.get(taxpayerId) }
}

/** With its document. */
export const seen = async ({ store }: Needs, subject: Subject & Pick<Seen, 'name'>): Promise<Seen> => {
  const doc = await reader(store).get(profiles, profileIdOf(subject))
  return { ...subject, doc: doc ?? unsaid(subject) }
}

/** Everybody whose deadlines an account looks at: oneself first, as long as no person was added. */
export const everySubject = async (needs: Needs, accountId: string): Promise<readonly Seen[]> => {
  const taxpayers = await everyoneActedFor(needs, { accountId, scope: SCOPE })
  const self = taxpayers.some(({ kind, through }) => kind === 'person' && through === 'own')
    ? []
    : [{ owner: accountId, taxpayerId: null, kind: 'person' as const, name: null }]
  const subjects = [...self, ...taxpayers]
  const [docs, said] = await Promise.all([
    reader(needs.store).getMany(profiles, subjects.map(profileIdOf)),
    kindsSaid(
      needs,
      taxpayers.map(({ owner }) => owner),
    ),
  ])
  return subjects.map((subject, i) => ({
    ...subject,
    doc: docs[i] ?? unsaid({ ...subject, said: said.get(subject.taxpayerId ?? '') }),
  }))
}
