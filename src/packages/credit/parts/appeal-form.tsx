/** Appealing a no-show: what it was, until when it can be appealed, and the reason, kept while the application is open. */
import { useState } from 'react'
import type { Values } from '../../../../functions/core/pure/forms'
import { dayOf } from '../../../../functions/core/pure/time'
import { say } from '../../../../functions/core/pure/text'
import { appealRule, appealUntil } from '../../../../functions/credit/rules/until'
import { api, type Appointment } from '../../../client/api'
import { forgetTyped, recallTyped, rememberTyped } from '../../../client/own'
import { go, replace, routes } from '../../../client/routes'
import { isRecord } from '../../../client/storage'
import { useAction } from '../../../client/use-action'
import { useNow } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import { longDateText, momentText, rangeText } from '../../../messages/dates'
import { Button, Card, Column, Empty, Fact, Note, Words } from '../../../ui'
import { FormFields, useForm } from '../../../ui/form-fields'
import { texts } from '../messages'
import { appealForm, REASON, reasonIn } from '../model/form'
import { RuleOf } from './basis'

export const VisitFacts = ({
  day,
  times,
  matterName,
  hallName,
  why,
}: {
  readonly day: string
  readonly times: string
  readonly matterName: string
  readonly hallName: string
  readonly why?: string
}) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <Card id="visit">
      <Column gap={12}>
        <Words as="b" level={2}>
          {t('appeal.what')}
        </Words>
        <Fact label={t('appeal.when')}>{`${longDateText(day, language)} ${times}`}</Fact>
        <Fact label={t('appeal.matter')}>{matterName}</Fact>
        <Fact label={t('appeal.hall')}>{hallName}</Fact>
        {why !== undefined && <Fact label={t('appeal.why')}>{why}</Fact>}
      </Column>
    </Card>
  )
}

/** What she had typed before she left the page: never on the device. */
const typedName = (id: string): string => `appeal:${id}`
const typedBefore = (id: string): Values => {
  const kept = recallTyped(typedName(id))
  return isRecord(kept) && typeof kept[REASON] === 'string' ? { [REASON]: kept[REASON] } : {}
}

const Form = ({ it, onSent, onLook }: FormProps) => {
  const t = useText(texts)
  const [values, setValues] = useState<Values>(() => typedBefore(it.id))
  const form = useForm({
    form: appealForm,
    values,
    today: dayOf(useNow()),
    onChange: (next) => {
      setValues(next)
      rememberTyped(typedName(it.id), next)
    },
  })
  const send = useAction((reason: string, key) =>
    api.credit.appeal({ appointmentId: it.id, reason }, { key }),
  )
  const press = async (): Promise<void> => {
    if (!form.check() || !(await send.run(reasonIn(values)))) return
    forgetTyped(typedName(it.id))
    onSent()
  }
  return (
    <>
      <FormFields id="appeal" state={form} />
      <Note icon="lock">{t('appeal.private')}</Note>
      {send.error && (
        <Note tone="danger" icon="warn">
          <Words id="refused" live>
            {send.error.message}
          </Words>
          {!send.error.retry && (
            <Button id="look-again" kind="text" onPress={onLook}>
              {t('appeal.again')}
            </Button>
          )}
        </Note>
      )}
      <Button id="send" block loading={send.busy} onPress={() => void press()}>
        {t('appeal.send')}
      </Button>
    </>
  )
}

interface FormProps {
  readonly it: Appointment
  readonly onSent: () => void
  /** It is not what the page shows any more. */
  readonly onLook: () => void
}

const NotMissed = ({ it }: { readonly it: Appointment }) => {
  const t = useText(texts)
  return (
    <Empty
      icon="check"
      title={t('appeal.notMissed')}
      action={t('appeal.toTicket')}
      onAction={() => void replace(routes.ticket(it.id))}
    >
      {t(it.outcome === 'excused' ? 'appeal.excused' : 'appeal.notMissedNote')}
    </Empty>
  )
}

export const AppealForm = (props: FormProps) => {
  const t = useText(texts)
  const language = useLanguage()
  const now = useNow()
  const { it } = props
  if (it.outcome !== 'noShow') return <NotMissed it={it} />
  const until = appealUntil(it.day)
  const time = momentText(until, language)
  const { rule, basis, unconfirmed } = appealRule(it.day)
  const { day, start, end, matterName, hallName } = it
  return (
    <>
      <VisitFacts day={day} times={rangeText(start, end)} matterName={matterName} hallName={hallName} />
      {now >= until ? (
        <Note tone="warn" icon="clock">
          <Words id="late" as="b">
            {t('appeal.late')}
          </Words>
          <Words as="s">{t('appeal.lateNote', { time })}</Words>
        </Note>
      ) : (
        <>
          <Card>
            <Column gap={8}>
              <Words>{t('appeal.lead')}</Words>
              <Words id="appeal-until" as="b">
                {t('appeal.until', { time })}
              </Words>
              <RuleOf of={{ rule: say(rule, language), basis: say(basis, language), unconfirmed }} />
            </Column>
          </Card>
          <Form {...props} />
        </>
      )}
      <Button id="to-record" kind="ghost" onPress={() => void go(routes.credit)}>
        {t('appeal.toRecord')}
      </Button>
    </>
  )
}
