/** Every invoice that I entered, the newest first, each with how far its draws are. */
import { go, routes } from '../../../client/routes'
import { useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { Empty, PagedList, Screen, SignedOut } from '../../../ui'
import { texts } from '../messages'
import { EntryCard } from '../parts/entry-card'
import { useEntries } from '../parts/queries'
import '../lottery.css'

const Entries = () => {
  const t = useText(texts)
  const pages = useEntries()
  return (
    <PagedList
      id="entries"
      label={t('entries.title')}
      pages={pages}
      idOf={({ id }) => id}
      empty={
        <Empty
          icon="invoice"
          title={t('entries.none')}
          action={t('home.enter')}
          onAction={() => void go(routes.enterInvoice())}
        >
          {t('entries.noneWay')}
        </Empty>
      }
    >
      {(it) => <EntryCard it={it} />}
    </PagedList>
  )
}

export default function EntriesPage() {
  const t = useText(texts)
  return (
    <Screen id="entries-page" title={t('entries.title')}>
      {useSignedIn() ? <Entries /> : <SignedOut title={t('home.signIn')} />}
    </Screen>
  )
}
