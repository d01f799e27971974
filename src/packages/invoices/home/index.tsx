/** Invoices: scan one, or type it, or bring its PDF; what the year comes to; the newest; the ways to everything else. */
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { go, routes } from '../../../client/routes'
import { invalidate } from '../../../client/queries'
import { useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { Await, Button, List, Screen, Section, SignedOut, Words } from '../../../ui'
import { texts } from '../messages'
import { yearOf } from '../model/shown'
import { Doors } from '../parts/doors'
import { RecentItem } from '../parts/recent-item'
import { INVOICES, useRecent, useYear } from '../parts/queries'
import { ScanFirst } from '../parts/scan-first'
import { useToday } from '../parts/words'
import { YearCard } from '../parts/year-card'
import '../invoices.css'

const Recent = () => {
  const t = useText(texts)
  const recent = useRecent()
  return (
    <Await query={recent}>
      {({ items }) =>
        items.length === 0 ? (
          <Words as="s center">{t('recent.none')}</Words>
        ) : (
          <>
            <Section>{t('recent')}</Section>
            <List id="recent">
              {items.map((it) => (
                <RecentItem key={it.id} it={it} />
              ))}
            </List>
            <Button id="recent-all" kind="text" onPress={() => void go(routes.wallet())}>
              {t('recent.all')}
            </Button>
          </>
        )
      }
    </Await>
  )
}

const Mine = () => {
  const year = useYear(yearOf(useToday()))
  return (
    <>
      <Await query={year}>{({ sums }) => <YearCard sums={sums} />}</Await>
      <Recent />
      <Doors />
    </>
  )
}

export default function InvoicesPage() {
  const t = useText(texts)
  const signedIn = useSignedIn()
  usePullDownRefresh(() => {
    invalidate(INVOICES)
    Taro.stopPullDownRefresh()
  })
  return (
    <Screen id="invoices" title={t('title')}>
      <ScanFirst />
      {signedIn ? <Mine /> : <SignedOut title={t('signIn')} />}
    </Screen>
  )
}
