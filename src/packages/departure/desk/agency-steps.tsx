/** What the agency can do with a form now: pay an advance, audit it, pay it, or refuse to. */
import { useState } from 'react'
import { PREAUTH } from '../../../../functions/refunds/rules/fields'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Button, Card, Column, ConfirmSheet, Field, Note, Words } from '../../../ui'
import { texts } from '../messages'
import type { DeskForm } from '../model/answers'
import { useYuan } from '../parts/words'
import { RefuseSheet } from './refuse-sheet'

export type AgencyDone = 'prepaid' | 'audited' | 'rejected' | 'paidCash' | 'ordered' | 'settled'

type Wish =
  | { readonly do: 'prepaid'; readonly preauthNo: string }
  | { readonly do: 'audited' }
  | { readonly do: 'rejected'; readonly reasons: DepartureReasons; readonly said?: string }
  | { readonly do: 'paidCash' | 'ordered' | 'settled' }

type DepartureReasons = Parameters<typeof api.refunds.departureAudit>[0]['reasons']

const send = async (formId: string, hallId: string, wish: Wish, key: string): Promise<unknown> => {
  switch (wish.do) {
    case 'prepaid':
      return api.refunds.departurePrepay({ formId, hallId, preauthNo: wish.preauthNo }, { key })
    case 'audited':
      return api.refunds.departureAudit({ formId, outcome: 'pass', reasons: [] }, { key })
    case 'rejected': {
      const { reasons, said } = wish
      const input = { formId, outcome: 'reject' as const, reasons, ...(said === undefined ? {} : { said }) }
      return api.refunds.departureAudit(input, { key })
    }
    case 'ordered':
      return api.refunds.departurePay({ formId, how: 'transfer' }, { key })
    case 'paidCash':
    case 'settled':
      return api.refunds.departurePay({ formId, how: 'cash' }, { key })
  }
}

/** The advance in the shop, against the number that the terminal printed. */
const Prepay = ({
  it,
  busy,
  onYes,
}: {
  readonly it: DeskForm
  readonly busy: boolean
  readonly onYes: (preauthNo: string) => void
}) => {
  const t = useText(texts)
  const yuan = useYuan()
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const ok = PREAUTH.test(typed.trim())
  return (
    <>
      <Field
        id="preauth"
        label={t('agency.preauth')}
        value={typed}
        maxlength={40}
        hint={t('agency.preauthHint')}
        error={tried && !ok ? t('agency.preauthBad') : undefined}
        onInput={setTyped}
      />
      <Button
        id="prepay"
        loading={busy}
        onPress={() => {
          setTried(true)
          if (ok) onYes(typed.trim())
        }}
      >
        {t('agency.prepay', { amount: yuan(it.net) })}
      </Button>
    </>
  )
}

interface Step {
  readonly do: 'audited' | 'paidCash' | 'ordered' | 'settled'
  readonly words: string
}

/** Was the promise kept? Then the advance is the refund; else it is charged first. */
const keptPromise = ({ verifiedOn, departOn }: DeskForm, hallId: string, port: string): boolean =>
  verifiedOn !== null && verifiedOn <= departOn && hallId === port

const useSteps = (it: DeskForm, hallId: string): readonly Step[] => {
  const t = useText(texts)
  const yuan = useYuan()
  if (it.moves.includes('audit')) return [{ do: 'audited', words: t('agency.audit') }]
  if (it.state !== 'agencyAudited') return []
  const stands = it.advanced > it.charged
  if (stands && keptPromise(it, hallId, it.port)) return [{ do: 'settled', words: t('agency.settle') }]
  const cash: Step = { do: 'paidCash', words: t('agency.payCash', { amount: yuan(it.net) }) }
  const transfer: Step = { do: 'ordered', words: t('agency.payTransfer', { amount: yuan(it.net) }) }
  return [...(it.account === null ? [] : [transfer]), ...(it.amount?.cashAllowed === false ? [] : [cash])]
}

export const AgencySteps = ({
  it,
  hallId,
  onDone,
}: {
  readonly it: DeskForm
  readonly hallId: string
  readonly onDone: (done: AgencyDone) => void
}) => {
  const t = useText(texts)
  const yuan = useYuan()
  const steps = useSteps(it, hallId)
  const [asking, setAsking] = useState<Step>()
  const [refusing, setRefusing] = useState(false)
  const act = useAction((wish: Wish, key) => send(it.id, hallId, wish, key).then(() => wish.do))
  const run = async (wish: Wish): Promise<void> => {
    const done = await act.run(wish)
    if (done === undefined) return
    setAsking(undefined)
    setRefusing(false)
    onDone(done)
  }
  const elsewhere = !it.here && (it.moves.includes('audit') || it.state === 'agencyAudited')
  const mayPrepay = it.moves.includes('prepay')
  const mayReject = it.moves.includes('reject')
  if (elsewhere) return <Note icon="place">{t('agency.elsewhere', { port: it.verifiedAt ?? '' })}</Note>
  if (!mayPrepay && !mayReject && steps.length === 0) return <Note>{t('agency.nothing')}</Note>
  const broken = it.state === 'agencyAudited' && it.advanced > it.charged && steps[0]?.do !== 'settled'
  return (
    <Card next>
      <Column gap={12}>
        {broken && (
          <Note tone="warn" icon="warn">
            {t('agency.chargeFirst', { amount: yuan(it.advanced) })}
          </Note>
        )}
        {mayPrepay && (
          <Prepay it={it} busy={act.busy} onYes={(preauthNo) => void run({ do: 'prepaid', preauthNo })} />
        )}
        {steps.map((step, place) => (
          <Button
            key={step.do}
            id={`step-${step.do}`}
            kind={place === 0 ? 'primary' : 'ghost'}
            onPress={() => {
              act.clear()
              setAsking(step)
            }}
          >
            {step.words}
          </Button>
        ))}
        {mayReject && (
          <Button id="reject" kind="danger" onPress={() => setRefusing(true)}>
            {t('agency.reject')}
          </Button>
        )}
        {act.error && !asking && !refusing && (
          <Note tone="danger" icon="warn">
            <Words live>{act.error.message}</Words>
          </Note>
        )}
      </Column>
      <ConfirmSheet
        id="agency-sheet"
        open={asking !== undefined}
        title={t('agency.confirmTitle')}
        confirm={asking?.words ?? ''}
        keep={t('cancel')}
        danger={false}
        busy={act.busy}
        onConfirm={() => asking && void run({ do: asking.do })}
        onClose={() => setAsking(undefined)}
      >
        <Words>{t('agency.confirmLead')}</Words>
        {act.error && (
          <Note tone="danger" icon="warn">
            <Words live>{act.error.message}</Words>
          </Note>
        )}
      </ConfirmSheet>
      {refusing && (
        <RefuseSheet
          by="agency"
          busy={act.busy}
          error={act.error}
          onYes={(refusal) => void run({ do: 'rejected', ...refusal })}
          onClose={() => setRefusing(false)}
        />
      )}
    </Card>
  )
}
