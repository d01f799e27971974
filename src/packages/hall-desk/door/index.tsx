/** At the door: a booking gets its number by its code, who has none gets one for a matter; one person after the other. */
import { useState } from 'react'
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Await, Card, Column, Note, role, Row, Toggle, Words } from '../../../ui'
import { texts } from '../messages'
import type { Desk, Ticket } from '../model/answers'
import { HallFrame } from '../parts/frame'
import { useDesk } from '../parts/queries'
import { CodeField } from './parts/code-field'
import { Given } from './parts/given'
import { Refused } from './parts/refused'
import { WalkIn } from './parts/walk-in'

const Priority = ({ on, onChange }: { readonly on: boolean; readonly onChange: (on: boolean) => void }) => {
  const t = useText(texts)
  return (
    <Card>
      <Row gap={12}>
        <Column grow>
          <Words as="b">{t('priority.title')}</Words>
          <Words as="s">{t('priority.lead')}</Words>
        </Column>
        <Toggle id="priority" label={t('priority.title')} on={on} onChange={onChange} />
      </Row>
    </Card>
  )
}

/** Numbers are given while the hall is open: said before anybody has typed a code. */
const State = ({ desk }: { readonly desk: Desk }) => {
  const t = useText(texts)
  if (desk.state === 'open')
    return (
      <Words id="door-waiting" as="s">
        {t('door.waiting', { n: desk.waiting })}
      </Words>
    )
  return (
    <Note tone="danger" icon="warn">
      <View id="door-stopped" {...role('status')}>
        {t(desk.state === 'stopped' ? 'door.stopped' : 'over')}
      </View>
    </Note>
  )
}

/** One person: when the next comes, everything begins anew. */
const Person = ({
  hallId,
  desk,
  first,
  onGiven,
  onNext,
}: {
  readonly hallId: string
  readonly desk: Desk
  /** Nobody came before: a phone's keyboard need not stand open yet. */
  readonly first: boolean
  readonly onGiven: () => void
  readonly onNext: () => void
}) => {
  const t = useText(texts)
  const [priority, setPriority] = useState(false)
  const [typed, setTyped] = useState('')
  const [sent, setSent] = useState('')
  const [ticket, setTicket] = useState<Ticket>()
  const admit = useAction((wish: { hallId: string; code: string; priority: boolean }, key) =>
    api.queue.admit(wish, { key }),
  )
  const issue = useAction((wish: { hallId: string; matter: string; priority: boolean }, key) =>
    api.queue.issue(wish, { key }),
  )
  const given = (done: { readonly ticket: Ticket } | undefined): void => {
    if (!done) return
    setTicket(done.ticket)
    onGiven()
  }
  const byCode = async (code: string): Promise<void> => {
    setSent(code)
    issue.clear()
    given(await admit.run({ hallId, code, priority }))
  }
  const forMatter = async (matter: string): Promise<void> => {
    admit.clear()
    given(await issue.run({ hallId, matter, priority }))
  }
  const retype = (): void => {
    admit.clear()
    setTyped('')
  }
  const toWalkIn = (): void => {
    admit.clear()
    void Taro.pageScrollTo({ selector: '#walk-in', duration: 0 }).catch(() => undefined)
  }
  if (ticket) return <Given ticket={ticket} onNext={onNext} />
  return (
    <View className="hd-columns">
      <View className="hd-half sb-col g12">
        <Priority on={priority} onChange={setPriority} />
        {admit.error ? (
          <Refused
            error={admit.error}
            busy={admit.busy}
            onAgain={() => void byCode(sent)}
            onRetype={retype}
            onWalkIn={toWalkIn}
            onNext={onNext}
          />
        ) : (
          <CodeField
            value={typed}
            focus={!first}
            busy={admit.busy}
            onInput={setTyped}
            onCode={(code) => void byCode(code)}
          />
        )}
        <State desk={desk} />
        <Words as="s">{t('door.privacy')}</Words>
      </View>
      <View className="hd-half">
        <WalkIn
          desk={desk}
          busy={issue.busy}
          error={issue.error}
          onIssue={(matter) => void forMatter(matter)}
        />
      </View>
    </View>
  )
}

const OfHall = ({ hallId }: { readonly hallId: string }) => {
  const query = useDesk(hallId, 'door')
  const [turn, setTurn] = useState(0)
  return (
    <Await query={query}>
      {(desk) => (
        <Person
          key={turn}
          hallId={hallId}
          desk={desk}
          first={turn === 0}
          onGiven={() => void query.refetch()}
          onNext={() => setTurn(turn + 1)}
        />
      )}
    </Await>
  )
}

export default function HallDoorPage() {
  return <HallFrame page="door">{({ id }) => <OfHall key={id} hallId={id} />}</HallFrame>
}
