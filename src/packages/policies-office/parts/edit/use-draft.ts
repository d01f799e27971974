/** A policy being written: kept on the device with every change, checked by the contract’s limits, sent when nothing is wrong. */
import { useMemo, useRef, useState } from 'react'
import { POLICY_FILES } from '../../../../../functions/policies/data/uploads'
import { api } from '../../../../client/api'
import { createUpload } from '../../../../client/upload'
import { useAction } from '../../../../client/use-action'
import { useUploads } from '../../../../client/use-uploads'
import { sentOf, type Draft } from '../../model/draft'
import { forgetKept, keptName, recallKept, rememberKept, type Kept } from '../../model/kept'
import { problemsOf } from '../../model/problems'
import type { About } from './files-part'

/** @param begun what the page was opened with, unless something was written here before */
export const useDraft = (begun: Kept, id: string | undefined) => {
  const name = keptName(begun.hallId, id)
  const [kept, setKept] = useState<Kept>(() => recallKept(name) ?? begun)
  const [recalled, setRecalled] = useState(() => recallKept(name) !== undefined)
  const latest = useRef(kept)
  const save = useAction(async (of: Kept, key) =>
    api.policies.save({ hallId: of.hallId, id: id ?? null, from: of.from, ...sentOf(of.draft) }, { key }),
  )
  const put = (next: Kept): void => {
    latest.current = next
    setKept(next)
    rememberKept(name, next)
  }
  const set = (change: Partial<Draft>): void =>
    put({ ...latest.current, draft: { ...latest.current.draft, ...change } })
  const uploads = useUploads<About>({
    limits: POLICY_FILES,
    upload: (file, tell) => createUpload(file, 'policies.attachment', tell),
    after: (fileId, key, about) => {
      // Whole: from now on it is one of the draft's.
      set({ attachments: [...latest.current.draft.attachments, { fileId, ...about }] })
      uploads.remove(key)
      return Promise.resolve()
    },
  })
  const { draft } = kept
  const problems = useMemo(() => problemsOf(draft), [draft])
  return {
    kept,
    draft,
    problems,
    recalled,
    uploads,
    error: save.error,
    busy: save.busy,
    set,
    /** Over whatever stands now. */
    basedOn: (from: number) => {
      save.clear()
      put({ ...latest.current, from })
    },
    startOver: () => {
      forgetKept(name)
      setRecalled(false)
      latest.current = begun
      setKept(begun)
    },
    /** @returns the id of what is saved */
    save: async (): Promise<string | undefined> => {
      const saved = await save.run(latest.current)
      if (saved) forgetKept(name)
      return saved?.id
    },
  }
}

export type DraftState = ReturnType<typeof useDraft>
