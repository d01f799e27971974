/** Is it genuine? How often can still be asked today, the asking, and the answer. */
import type { InvoiceFacts } from '../../../../../functions/invoices/rules/invoice'
import { api } from '../../../../client/api'
import { handOver } from '../../../../client/handover'
import { go, goSignIn, routes } from '../../../../client/routes'
import { invalidate } from '../../../../client/queries'
import { useAction } from '../../../../client/use-action'
import { useMe } from '../../../../client/use-me'
import { useNow } from '../../../../client/use-now'
import { useSignedIn } from '../../../../client/use-signed-in'
import { useLanguage, useText } from '../../../../messages'
import { momentText } from '../../../../messages/dates'
import { Button, Card, Column, Words } from '../../../../ui'
import { Findings } from '../../../../ui/findings'
import { texts } from '../../messages'
import type { Known } from '../../model/answers'
import { canAskAgain, verdictOf } from '../../model/outcome'
import { againIn, faultsIn } from '../../model/refused'
import { Failed } from '../failed'
import { INVOICES } from '../queries'
import { VerdictView } from './verdict'

/** The built-in source knows no invoices but its own. */
const OnlySamples = () => {
  const t = useText(texts)
  const me = useMe()
  return me.data?.demonstration ? <Words as="s">{t('check.samples')}</Words> : null
}

const useChecking = (facts: InvoiceFacts, onKnown: (known: Known) => void) => {
  const check = useAction((wish: InvoiceFacts, key) => api.invoices.check(wish, { key }))
  const run = async (): Promise<void> => {
    const known = await check.run(facts)
    if (!known) return
    onKnown(known)
    invalidate(INVOICES)
  }
  return { ...check, run }
}

interface CheckProps {
  readonly facts: InvoiceFacts
  readonly known: Known | undefined
  readonly onKnown: (known: Known) => void
  readonly onEdit?: (() => void) | undefined
  /** What is known is on its way: it may answer without a check. */
  readonly waiting?: boolean
  /** It is in the wallet already. */
  readonly kept?: boolean
}

const SignedIn = ({ facts, known, onKnown, onEdit, waiting = false, kept }: CheckProps) => {
  const t = useText(texts)
  const language = useLanguage()
  const now = useNow()
  const check = useChecking(facts, onKnown)
  const verdict = known && verdictOf(known)
  const faults = faultsIn(check.error)
  const spentUntil = againIn(check.error)
  const asked = verdict !== undefined && verdict !== 'unasked'
  const may = known === undefined || canAskAgain(known, now)
  return (
    <>
      {known && asked ? <VerdictView known={known} kept={kept} /> : <Words>{t('check.lead')}</Words>}
      {known && verdict !== 'normal' && verdict !== 'void' && verdict !== 'red' && (
        <Words id="check-left" as="s num">
          {t(known.left > 0 ? 'check.left' : 'check.none', { n: known.left })}
        </Words>
      )}
      {faults.length > 0 ? (
        <Findings id="refused" findings={faults} />
      ) : (
        <Failed id="check-failed" error={check.error} />
      )}
      {spentUntil !== undefined && (
        <Words as="s">{t('check.tomorrow', { time: momentText(spentUntil, language) })}</Words>
      )}
      {may && (
        <Button
          id="check"
          icon="shield"
          block
          loading={check.busy || waiting}
          onPress={() => void check.run()}
        >
          {t(asked ? 'check.again' : 'check')}
        </Button>
      )}
      {verdict === 'normal' && (
        <Button
          id="enter-lottery"
          icon="idea"
          kind="ghost"
          block
          onPress={() => void go(routes.enterInvoice({ handed: handOver(facts) }))}
        >
          {t('check.enter')}
        </Button>
      )}
      {verdict === 'mismatch' && onEdit && (
        <Button id="check-edit" icon="edit" block onPress={onEdit}>
          {t('edit.compare')}
        </Button>
      )}
      {(verdict === 'notFound' || !asked) && <OnlySamples />}
    </>
  )
}

export const CheckCard = (props: CheckProps) => {
  const t = useText(texts)
  const signedIn = useSignedIn()
  return (
    <Card id="checking">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('check.title')}
        </Words>
        {signedIn ? (
          <SignedIn {...props} />
        ) : (
          <>
            <Words>{t('check.signIn')}</Words>
            <Button id="sign-in" block onPress={() => void goSignIn()}>
              {t('check.signInDo')}
            </Button>
          </>
        )}
      </Column>
    </Card>
  )
}
