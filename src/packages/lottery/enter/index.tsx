/** Entering an invoice: handed over or typed, the campaign where there are several, then every reason and the odds. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import type { InvoiceFacts } from '../../../../functions/core/pure/invoice-facts'
import { fen, yuanDisplay } from '../../../../functions/core/pure/money'
import { groupedDigits } from '../../../../functions/core/pure/typed-digits'
import { handedOver } from '../../../client/handover'
import { go, routes } from '../../../client/routes'
import { useSignedIn } from '../../../client/use-signed-in'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Await, Card, Column, Empty, Fact, Screen, Section, SignedOut, Words } from '../../../ui'
import { texts } from '../messages'
import { readCampaignId } from '../model/params'
import { CampaignCard, phaseOf } from '../parts/campaign-card'
import { Entering } from '../parts/entering'
import { LostInvoice } from '../parts/lost-invoice'
import { useCampaigns } from '../parts/queries'
import { TypedInvoice } from '../parts/typed-invoice'
import { useToday } from '../parts/words'
import '../lottery.css'

const Invoice = ({ facts }: { readonly facts: InvoiceFacts }) => {
  const t = useText(texts)
  const language = useLanguage()
  const { number, issuedOn, amount, amountOf } = facts
  return (
    <Card id="invoice-facts">
      <Column gap={8}>
        <Fact label={t('typed.number')}>
          <Words as="num">{groupedDigits(number)}</Words>
        </Fact>
        <Fact label={t('typed.day')}>
          <Words as="num">{datedText(issuedOn, language)}</Words>
        </Fact>
        <Fact label={t(amountOf === 'total' ? 'typed.amount' : 'typed.net')}>
          <Words as="num b">{t('yuan', { amount: yuanDisplay(fen(amount)) })}</Words>
        </Fact>
      </Column>
    </Card>
  )
}

/** The one that is open; where there are several, which. */
const Choose = ({ facts, onAnother }: { readonly facts: InvoiceFacts; readonly onAnother: () => void }) => {
  const t = useText(texts)
  const today = useToday()
  const language = useLanguage()
  const [chosen, setChosen] = useState<string>()
  const campaigns = useCampaigns()
  return (
    <Await query={campaigns}>
      {({ items }) => {
        const open = items.filter((it) => phaseOf(it, today) === 'open')
        const one = chosen ?? (open.length === 1 ? open[0]?.id : undefined)
        if (one !== undefined)
          return <Entering key={language} campaign={one} facts={facts} onAnother={onAnother} />
        if (open.length === 0)
          return (
            <Empty
              icon="invoice"
              title={t('home.none')}
              action={t('campaign.others')}
              onAction={() => void go(routes.lottery)}
            >
              {t('home.noneWay')}
            </Empty>
          )
        return (
          <>
            <Section>{t('enter.choose')}</Section>
            {open.map((it) => (
              <CampaignCard key={it.id} it={it} today={today} onPress={() => setChosen(it.id)} />
            ))}
          </>
        )
      }}
    </Await>
  )
}

const Enter = ({ campaign, handed }: { campaign: string | undefined; handed: string | undefined }) => {
  const language = useLanguage()
  const [facts, setFacts] = useState(() => handedOver(handed))
  // It was there to begin with, or the page was loaded anew.
  const [lost, setLost] = useState(handed !== undefined && facts === undefined)
  if (!facts) return <TypedInvoice onFacts={setFacts} lead={lost ? <LostInvoice /> : undefined} />
  const another = (): void => {
    setLost(false)
    setFacts(undefined)
  }
  return (
    <>
      <Invoice facts={facts} />
      {campaign === undefined ? (
        <Choose facts={facts} onAnother={another} />
      ) : (
        <Entering key={language} campaign={campaign} facts={facts} onAnother={another} />
      )}
    </>
  )
}

export default function EnterPage() {
  const t = useText(texts)
  const { params } = useRouter()
  const campaign = readCampaignId(params['campaign'])
  return (
    <Screen id="enter-page" title={t('enter.title')}>
      {useSignedIn() ? (
        <Enter campaign={campaign} handed={params['handed']} />
      ) : (
        <SignedOut title={t('home.signIn')} />
      )}
    </Screen>
  )
}
