/** One case on one screen: asked when shown and kept nowhere; what was done, what is at hand beside what is known, the next case. */
import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { replace, routes } from '../../../client/routes'
import type { Fetched } from '../../../client/use-query'
import { useText } from '../../../messages'
import { Await, Empty, Note, role, Screen, SignedOut, Skeleton } from '../../../ui'
import { texts } from '../messages'
import { Following } from '../refund/parts/following'
import type { Held } from './holding'
import '../workbench.css'

export interface CaseHands<Done extends string> {
  /** What is shown is of before: nothing can be done. */
  readonly locked: boolean
  readonly onDone: (done: Done | Held) => void
  /** It changed meanwhile. */
  readonly onLook: () => void
}

interface Case<T, Done extends string> {
  readonly known: T
  readonly hands: CaseHands<Done>
}

interface Props<T, Done extends string> {
  readonly query: Fetched<T>
  readonly of: (known: T) => { readonly id: string; readonly hallId: string; readonly mayAct: boolean }
  /** What was done, in words. */
  readonly done: (done: Done | Held) => string
  readonly now: (one: Case<T, Done>) => ReactNode
  readonly children: (known: T) => ReactNode
}

const Opened = <T, Done extends string>({ query, of, done: doneText, now, children }: Props<T, Done>) => {
  const t = useText(texts)
  const [done, setDone] = useState<Done | Held>()
  const turn = (what: Done | Held | undefined): void => {
    setDone(what)
    void query.refetch()
  }
  if (query.signedOut) return <SignedOut title={t('signIn')} />
  if (query.error?.code === 'NOT_FOUND')
    return (
      <Empty
        icon="search"
        title={t('case.missing')}
        action={t('case.toList')}
        onAction={() => void replace(routes.workbench())}
      />
    )
  return (
    <Await query={query} skeleton={<Skeleton cards={3} />}>
      {(known) => {
        const { id, hallId, mayAct } = of(known)
        const away = done !== undefined && done !== 'claim'
        return (
          <View className="wb-case">
            <View className="wb-now sb-col g12">
              {done && (
                <Note tone="ok" icon="check">
                  <View id="done" {...role('status')} aria-live="polite">
                    {doneText(done)}
                  </View>
                </Note>
              )}
              {now({ known, hands: { locked: query.stale, onDone: turn, onLook: () => turn(undefined) } })}
              {(away || !mayAct) && (
                <Following key={`${done ?? ''}${String(mayAct)}`} hallId={hallId} but={id} />
              )}
            </View>
            <View className="wb-main sb-col g12">{children(known)}</View>
          </View>
        )
      }}
    </Await>
  )
}

export const CasePage = <T, Done extends string>({
  id,
  title,
  ...props
}: Props<T, Done> & { readonly id: string; readonly title: string }) => (
  <Screen id={id} title={title} wide>
    <Opened {...props} />
  </Screen>
)
