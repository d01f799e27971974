/** Every prize that I won, the newest first, each with where it stands. */
import { go, routes } from '../../../client/routes'
import { useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { Empty, PagedList, Screen, SignedOut } from '../../../ui'
import { texts } from '../messages'
import { PrizeCard } from '../parts/prize-card'
import { usePrizes } from '../parts/queries'
import '../lottery.css'

const Prizes = () => {
  const t = useText(texts)
  const pages = usePrizes()
  return (
    <PagedList
      id="prizes"
      label={t('prizes.title')}
      pages={pages}
      idOf={({ id }) => id}
      empty={
        <Empty
          icon="idea"
          title={t('prizes.none')}
          action={t('entries.title')}
          onAction={() => void go(routes.entries)}
        >
          {t('prizes.noneWay')}
        </Empty>
      }
    >
      {(it) => <PrizeCard it={it} />}
    </PagedList>
  )
}

export default function PrizesPage() {
  const t = useText(texts)
  return (
    <Screen id="prizes-page" title={t('prizes.title')}>
      {useSignedIn() ? <Prizes /> : <SignedOut title={t('prizes.signIn')} />}
    </Screen>
  )
}
