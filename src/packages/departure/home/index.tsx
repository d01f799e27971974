/** The departure refund for travellers: what it is, the way to a form, one's own forms, and what to do at the airport. */
import { useShareAppMessage } from '@tarojs/taro'
import { go, routes } from '../../../client/routes'
import { useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { Button, Card, Column, Empty, PagedList, Screen, Section, SignedOut, Words } from '../../../ui'
import { texts } from '../messages'
import { Airport } from '../parts/airport'
import { FormCard } from '../parts/form-card'
import { useForms } from '../parts/queries'
import '../departure.css'

const Mine = () => {
  const t = useText(texts)
  const forms = useForms(true)
  return (
    <PagedList
      id="forms"
      label={t('home.mine')}
      pages={forms}
      idOf={({ id }) => id}
      auto={false}
      empty={
        <Empty icon="refund" title={t('home.none')}>
          {t('home.noneWay')}
        </Empty>
      }
    >
      {(it) => <FormCard it={it} />}
    </PagedList>
  )
}

export default function DeparturesPage() {
  const t = useText(texts)
  const signedIn = useSignedIn()
  useShareAppMessage(() => ({ title: t('share'), path: routes.departures }))
  return (
    <Screen id="departures" title={t('title')}>
      <Card next>
        <Column gap={12}>
          <Words>{t('home.lead')}</Words>
          <Words as="b">{t('home.ratesText')}</Words>
          <Words>{t('home.minimum')}</Words>
          <Button id="departure-start" onPress={() => void go(routes.departureApply)}>
            {t('home.start')}
          </Button>
          <Words as="s">{t('home.startNote')}</Words>
        </Column>
      </Card>
      <Section>{t('home.mine')}</Section>
      {signedIn ? <Mine /> : <SignedOut title={t('home.signIn')} />}
      <Airport />
    </Screen>
  )
}
