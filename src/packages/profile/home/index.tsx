/** What my taxpayers are and what I want to hear about: by it, policies find whom they concern. */
import { go, here, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Await, Empty, Note, Screen, SignedOut, Skeleton, Words } from '../../../ui'
import { texts } from '../messages'
import type { Mine } from '../model/traits'
import { HearsCard } from '../parts/hears-card'
import { useMine } from '../parts/queries'
import { TaxpayerCard } from '../parts/taxpayer-card'

const Shown = ({ mine, onChange }: { readonly mine: Mine; readonly onChange: (mine: Mine) => void }) => {
  const t = useText(texts)
  const { taxpayers } = mine
  const [only] = taxpayers.length === 1 ? taxpayers : []
  return (
    <>
      {taxpayers.length === 0 && (
        <Empty
          icon="people"
          title={t('none.title')}
          action={t('none.add')}
          onAction={() => void go(routes.taxpayer(here()))}
        >
          {t('none.note')}
        </Empty>
      )}
      {taxpayers.map((own) => (
        <TaxpayerCard
          key={own.taxpayerId}
          own={own}
          begin={own === only && own.traits === null}
          onSaved={(traits) =>
            onChange({
              ...mine,
              taxpayers: taxpayers.map((one) =>
                one.taxpayerId === own.taxpayerId ? { ...one, traits } : one,
              ),
            })
          }
        />
      ))}
      <HearsCard mine={mine} onSaved={(saved) => onChange({ ...mine, ...saved })} />
    </>
  )
}

export default function ProfilePage() {
  const t = useText(texts)
  const mine = useMine()
  return (
    <Screen id="profile" title={t('title')}>
      <Words>{t('lead')}</Words>
      <Note icon="lock">{t('who')}</Note>
      {mine.signedOut ? (
        <SignedOut title={t('signIn')} />
      ) : (
        <Await query={mine} skeleton={<Skeleton cards={2} />}>
          {(known) => <Shown mine={known} onChange={mine.set} />}
        </Await>
      )}
    </Screen>
  )
}
