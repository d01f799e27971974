/**
 * Of some people, those who are to be told: who is there and was not told yet; read at once for all of them. Who has stopped the topic
 * finds it in the inbox all the same, and nowhere else.
 */
import type { Services } from '../../core/io/context'
import { consentIdOf, consents } from '../../core/io/delivery/collections-consent'
import { deliveryChoices } from '../../core/io/delivery/collections-person'
import { accounts, type AccountDoc } from '../../core/io/identity/collections'
import type { Version } from '../../core/io/store/contract'
import { reader } from '../../core/io/store/reader'
import { DEFAULT_CHOICES, type Choices } from '../../core/pure/delivery/choices'
import { noticeIdOf, notices } from '../../inbox/public'

export interface Wanting {
  readonly accountId: string
  /** Of the account as it was read. */
  readonly version: Version
  readonly choices: Choices
  /** A grant of the WeChat template stands. */
  readonly granted: boolean
}

const TEMPLATE = 'policy'

/** @returns those to be told now, and how many were told before */
export const wanting = async (
  { store }: Pick<Services, 'store'>,
  people: readonly string[],
  once: string,
): Promise<{ readonly fresh: readonly Wanting[]; readonly known: number }> => {
  const look = reader(store)
  const [standing, told, chosen, grants] = await Promise.all([
    store.read<AccountDoc>(accounts.name, people),
    look.getMany(
      notices,
      people.map((accountId) => noticeIdOf(once, accountId)),
    ),
    look.getMany(deliveryChoices, people),
    look.getMany(
      consents,
      people.map((accountId) => consentIdOf(accountId, TEMPLATE)),
    ),
  ])
  const known = told.filter((notice) => notice !== undefined).length
  const fresh = people.flatMap((accountId, at): Wanting[] => {
    const account = standing[at]
    const choices = chosen[at] ?? DEFAULT_CHOICES
    if (told[at] || !account || account.doc.erasedAt !== undefined) return []
    return [{ accountId, version: account.version, choices, granted: (grants[at]?.remaining ?? 0) > 0 }]
  })
  return { fresh, known }
}
