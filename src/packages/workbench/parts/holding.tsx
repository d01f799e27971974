/** Who has a case: taking it up, letting go of it, handing it over. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useMe } from '../../../client/use-me'
import { useText } from '../../../messages'
import { Button } from '../../../ui'
import { HandOverSheet } from '../list/parts/hand-over'
import { texts } from '../messages'
import { StepError } from '../refund/parts/step-sheet'

/** What was done about it. */
export type Held = 'claim' | 'release' | 'handOver'

/** Whose the next step is, as the functions show it. */
export interface Work {
  readonly assignee: 'me' | 'other' | 'nobody'
  readonly mayAct: boolean
}

export interface Ways {
  /** The caller's to give away. */
  readonly has: boolean
  /** Nobody's, and the caller's to take. */
  readonly free: boolean
}

/** @param open it is an officer's move */
export const useWays = ({ assignee, mayAct }: Work, open: boolean): Ways => {
  const supervisor = useMe().data?.grants.some(({ role }) => role === 'supervisor') ?? false
  return {
    has: open && (assignee === 'me' || (assignee === 'other' && supervisor)),
    free: open && assignee === 'nobody' && mayAct,
  }
}

export const Holding = ({
  of: { id, hallId, what, work },
  ways: { has, free },
  onDone,
  onLook,
}: {
  readonly of: {
    readonly id: string
    readonly hallId: string
    /** What is handed over, in words. */
    readonly what: string
    readonly work: Work
  }
  readonly ways: Ways
  readonly onDone: (done: Held) => void
  readonly onLook: () => void
}) => {
  const t = useText(texts)
  const [handing, setHanding] = useState(false)
  const move = useAction((way: 'claim' | 'release', key) => api.workbench[way]({ id }, { key }))
  const run = async (way: 'claim' | 'release'): Promise<void> => {
    if (await move.run(way)) onDone(way)
  }
  if (!has && !free) return null
  return (
    <>
      {move.error && <StepError error={move.error} onLook={onLook} />}
      <View className="wb-holding">
        {free && (
          <Button id="take" kind="ghost" loading={move.busy} onPress={() => void run('claim')}>
            {t('take')}
          </Button>
        )}
        {has && (
          <>
            <Button id="let-go" kind="ghost" loading={move.busy} onPress={() => void run('release')}>
              {t(work.assignee === 'me' ? 'letGo' : 'free')}
            </Button>
            <Button id="hand-over-open" kind="ghost" onPress={() => setHanding(true)}>
              {t('handOver')}
            </Button>
          </>
        )}
      </View>
      {handing && (
        <HandOverSheet
          id={id}
          hallId={hallId}
          what={what}
          onDone={() => {
            setHanding(false)
            onDone('handOver')
          }}
          onClose={() => setHanding(false)}
        />
      )}
    </>
  )
}
