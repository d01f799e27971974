/** A draft being typed: kept on the device with every change, checked by the campaign’s own rules, and sent when nothing is wrong. */
import { useMemo, useState } from 'react'
import { api } from '../../../../client/api'
import type { ApiError } from '../../../../client/errors'
import { isRecord } from '../../../../client/storage'
import { useAction } from '../../../../client/use-action'
import { text } from '../../../../../functions/core/pure/text'
import { edited, sentOf } from '../../model/draft'
import { forgetKept, keptName, recallKept, rememberKept, type Kept } from '../../model/kept'
import { partsOf } from '../../model/parts'
import { placed, problemsOf, type Problem } from '../../model/problems'
import type { Draft, Json } from '../../model/tree'
import { useToday } from '../words'

/** What the server found that the screen did not: its sentences come in the reader’s language. */
const foundBy = (error: ApiError | undefined): readonly Problem[] => {
  const data = error?.code === 'CAMPAIGN_FAULTS' && isRecord(error.data) ? error.data['problems'] : undefined
  if (!Array.isArray(data)) return []
  return (data as readonly unknown[]).flatMap((one) => {
    if (!isRecord(one)) return []
    const { path, message } = one
    return typeof path === 'string' && typeof message === 'string'
      ? [{ path, message: text(message, message) }]
      : []
  })
}

/** @param begun what the page was opened with, unless something was typed here before */
export const useDraft = (begun: Kept, id: string | undefined) => {
  const name = keptName(begun.hallId, id)
  const [kept, setKept] = useState<Kept>(() => recallKept(name) ?? begun)
  const [recalled, setRecalled] = useState(() => recallKept(name) !== undefined)
  const today = useToday()
  const { draft } = kept
  const parts = useMemo(() => partsOf(draft), [draft])
  const own = useMemo(() => problemsOf(draft, parts, today), [draft, parts, today])
  const save = useAction(async (of: Kept, key) =>
    api.lottery.saveCampaign({ hallId: of.hallId, from: of.from, rules: sentOf(of.draft) }, { key }),
  )
  const [sent, setSent] = useState<Draft>()
  // What was sent is told about until it is changed.
  const told = sent === draft ? placed(foundBy(save.error), parts) : []
  const put = (next: Kept): void => {
    setKept(next)
    rememberKept(name, next)
  }
  const replace = (next: Draft): void => put({ ...kept, draft: next })
  return {
    kept,
    draft,
    parts,
    today,
    problems: own.length > 0 ? own : told,
    recalled,
    error: sent === draft ? save.error : undefined,
    busy: save.busy,
    replace,
    set: (path: string, value: Json) => replace(edited(draft, path, value)),
    /** Over whatever stands now. */
    basedOn: (from: string) => put({ ...kept, from }),
    startOver: () => {
      forgetKept(name)
      setRecalled(false)
      setKept(begun)
    },
    save: async (): Promise<string | undefined> => {
      setSent(draft)
      const saved = await save.run(kept)
      if (saved) forgetKept(name)
      return saved?.id
    },
  }
}

export type DraftState = ReturnType<typeof useDraft>
