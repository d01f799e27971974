/** A number for one matter: by one's own phone where the hall allows it, else at the door; or another time instead. */
import type { ReactNode } from 'react'
import { api, type Input } from '../../../client/api'
import type { ClientErrorCode } from '../../../client/errors'
import { numbersChanged, type QueueTicket } from '../../../client/own-numbers'
import { go, goSignIn, here, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { common } from '../../../messages/common'
import { Button, Column, Fact, Note, Sheet, Words } from '../../../ui'
import { Arrival } from '../../../ui/arrival'
import { texts } from '../messages'
import type { MatterLine } from '../model/matters'
import { useMatterText } from './matter-list'
import { knowNumber } from './queries'

type Wish = Input<'queue', 'take'>

/** What can be done about a refusal, where something can. */
const WayOn = ({ code }: { readonly code: ClientErrorCode }) => {
  const t = useText(texts)
  if (code === 'IN_LINE' || code === 'NUMBERS_LIMIT')
    return (
      <Button id="take-mine" kind="text" onPress={() => void go(routes.visits)}>
        {t('take.mine')}
      </Button>
    )
  if (code === 'NO_TAXPAYER')
    return (
      <Button id="take-taxpayer" kind="text" onPress={() => void go(routes.taxpayer(here()))}>
        {t('take.taxpayer')}
      </Button>
    )
  return null
}

const ByPhone = ({
  hallId,
  matter,
  onTaken,
}: {
  readonly hallId: string
  readonly matter: string
  readonly onTaken: (it: QueueTicket) => void
}) => {
  const t = useText(texts)
  const take = useAction((wish: Wish, key) => api.queue.take(wish, { key }))
  const start = async (wish: Wish): Promise<void> => {
    const done = await take.run(wish)
    if (!done) return
    knowNumber(done.ticket)
    numbersChanged()
    onTaken(done.ticket)
  }
  return (
    <Arrival
      id="take"
      text={t('take.go')}
      busy={take.busy}
      problem={take.error?.message}
      onGo={(position, priority) => void start({ hallId, matter, position, priority })}
    >
      {take.error && <WayOn code={take.error.code} />}
    </Arrival>
  )
}

const SignInFirst = () => {
  const t = useText(texts)
  const words = useText(common)
  return (
    <Column gap={12}>
      <Words as="s">{t('take.signIn')}</Words>
      <Button id="take-sign-in" block onPress={() => void goSignIn()}>
        {words('signIn')}
      </Button>
    </Column>
  )
}

export const TakeSheet = ({
  hallId,
  line,
  gives,
  byPosition,
  onTaken,
  onClose,
}: {
  readonly hallId: string
  readonly line: MatterLine
  /** The hall gives numbers now. */
  readonly gives: boolean
  readonly byPosition: boolean
  readonly onTaken: (it: QueueTicket) => void
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const signedIn = useSignedIn()
  const matterText = useMatterText()
  const { matter, name } = line
  const way = (): ReactNode => {
    if (!gives) return <Note tone="warn">{t('take.notNow')}</Note>
    if (!byPosition) return <Note icon="desk">{t('take.door', { matter: name })}</Note>
    return signedIn ? <ByPhone hallId={hallId} matter={matter} onTaken={onTaken} /> : <SignInFirst />
  }
  return (
    <Sheet id="take-sheet" open title={t('take.title', { matter: name })} onClose={onClose}>
      <Fact label={t('take.now')}>{matterText(line)}</Fact>
      {way()}
      <Button id="take-book" kind="ghost" block onPress={() => void go(routes.slots({ hallId, matter }))}>
        {t('take.book')}
      </Button>
    </Sheet>
  )
}
