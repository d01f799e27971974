/** Everything on one page before it is handed in: each part with its way back, what would be paid, the declaration. */
import type { ReactNode } from 'react'
import { say, text } from '../../../../functions/core/pure/text'
import type { KindLaw } from '../../../../functions/refunds/rules/kind'
import { useLanguage, useText } from '../../../messages'
import { Button, Card, Column, Note, Row, Skeleton, Words } from '../../../ui'
import { Findings } from '../../../ui/findings'
import type { FormState } from '../../../ui/form-fields'
import { Lines } from '../../../ui/lines'
import { texts } from '../messages'
import type { Claim } from '../model/claim'
import { readyAccount, shownAccountOf, type Payer } from '../model/account'
import { asFinding, previewLines, stops } from '../model/shown'
import type { Step } from '../model/steps'
import { AccountFacts } from './account-fields'
import { Answer, Answers } from './answers'
import { useOffices } from './queries'
import { Sections } from './sections'
import type { Checked } from './use-check'
import { VoucherFacts } from './voucher-step'
import { WaysOut } from './ways-out'
import { useYuan } from './words'
import { missingNeeds } from '../../../ui/materials'

interface Reviewing {
  readonly claim: Claim
  readonly law: KindLaw
  readonly payer: Payer
  readonly form: FormState
  readonly steps: readonly Step[]
  readonly nameOf: (step: Step) => string
  readonly onGo: (place: number) => void
}

const Part = ({
  id,
  name,
  onEdit,
  children,
}: {
  readonly id: string
  readonly name: string
  readonly onEdit: () => void
  readonly children: ReactNode
}) => {
  const t = useText(texts)
  return (
    <Card id={`review-${id}`}>
      <Column gap={8}>
        <Row gap={8}>
          <Words as="h" level={2}>
            {name}
          </Words>
          <Button id={`edit-${id}`} kind="text" label={t('review.editIt', { name })} onPress={onEdit}>
            {t('review.edit')}
          </Button>
        </Row>
        {children}
      </Column>
    </Card>
  )
}

const MaterialNames = ({ claim, law, form }: Pick<Reviewing, 'claim' | 'law' | 'form'>) => {
  const t = useText(texts)
  const language = useLanguage()
  const missing = missingNeeds(law.materials, form.values, claim.materials)
  const named = law.materials.filter(({ code }) => claim.materials.some((one) => one.code === code))
  return (
    <Column gap={8}>
      {named.length === 0 && missing.length === 0 && <Words as="s">{t('review.noMaterials')}</Words>}
      {named.map(({ code, name }) => (
        <Answer key={code} label={say(name, language)}>
          {claim.materials
            .filter((one) => one.code === code)
            .map(({ id, name: file }) => (
              <Words key={id}>{file}</Words>
            ))}
        </Answer>
      ))}
      {missing.map(({ code, name }) => (
        <Words key={code} as="danger">
          {t('review.missing', { name: say(name, language) })}
        </Words>
      ))}
    </Column>
  )
}

const Content = ({ step, of }: { readonly step: Step; readonly of: Reviewing }) => {
  const t = useText(texts)
  const { claim, law, payer, form } = of
  const offices = useOffices()
  switch (step.kind) {
    case 'voucher':
      return claim.voucher ? (
        <Column gap={4}>
          <Words as="b">{claim.voucher.taxName}</Words>
          <VoucherFacts voucher={claim.voucher} />
        </Column>
      ) : (
        <Words as="danger">{t('voucher.missing')}</Words>
      )
    case 'check':
    case 'form':
      return <Answers form={form.form} values={form.values} sections={step.sections} />
    case 'materials':
      return <MaterialNames claim={claim} law={law} form={form} />
    case 'account': {
      const typed = readyAccount(claim.account, payer)
      const shown = typed ? shownAccountOf(typed) : claim.kept
      return (
        <Column gap={8}>
          <Answers form={form.form} values={form.values} sections={step.sections} />
          {shown ? <AccountFacts account={shown} /> : <Words as="danger">{t('account.missing')}</Words>}
        </Column>
      )
    }
    case 'office': {
      const hall = offices.data?.halls.find(({ id }) => id === claim.hallId)
      return hall ? (
        <Column gap={4}>
          <Words>{hall.name}</Words>
          <Words as="s">{hall.address}</Words>
        </Column>
      ) : (
        <Words as={claim.hallId === undefined ? 'danger' : ''}>{claim.hallId ?? t('office.missing')}</Words>
      )
    }
    case 'review':
      return null
  }
}

/** What would be paid: reckoned by the server, before anybody hands it in. */
const Preview = ({ checked, faults }: { readonly checked: Checked; readonly faults: boolean }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const { check, error, fresh } = checked
  const label = text(t('preview.claimed'), t('preview.claimed'))
  return (
    <Card id="preview" next>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('preview.title')}
        </Words>
        {faults && <Words as="s">{t('preview.afterFaults')}</Words>}
        {error && (
          <Note tone="warn" icon="offline">
            <Words>{error.message}</Words>
            <Button id="preview-again" kind="text" onPress={checked.again}>
              {t('check.again')}
            </Button>
          </Note>
        )}
        {!faults && !error && !fresh && <Skeleton cards={1} lines={3} />}
        {fresh && check?.preview && (
          <>
            {check.preview.arrears > 0 && (
              <Note tone="warn" icon="info">
                {t('preview.arrears', {
                  arrears: yuan(check.preview.arrears),
                  offset: yuan(check.preview.offset),
                })}
              </Note>
            )}
            <Lines id="preview-lines" lines={previewLines(check.preview, label)} />
            <Words as="s" live>
              {t('preview.estimate')}
            </Words>
          </>
        )}
      </Column>
    </Card>
  )
}

export const ReviewStep = (props: Reviewing & { readonly checked: Checked }) => {
  const t = useText(texts)
  const { form, steps, nameOf, onGo, checked } = props
  const place = steps.length - 1
  const findings = (checked.check?.findings ?? []).map(asFinding)
  const failed = checked.fresh && findings.some(stops)
  const own = steps[place]?.sections ?? []
  const others = form.problems.filter(
    ({ key }) =>
      !form.sections.some((one) => own.includes(one.key) && one.fields.some((field) => field.key === key)),
  )
  return (
    <>
      <Words>{t('review.lead')}</Words>
      {failed && (
        <>
          <Card id="not-open">
            <Findings id="review-findings" findings={findings} />
          </Card>
          <WaysOut />
        </>
      )}
      <Preview checked={checked} faults={others.length > 0} />
      {steps.slice(0, place).map((step, at) => (
        <Part key={step.key} id={step.key} name={nameOf(step)} onEdit={() => onGo(at)}>
          <Content step={step} of={props} />
        </Part>
      ))}
      <Sections form={form} sections={own} />
    </>
  )
}
