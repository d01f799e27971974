/** What a reviewer reads: what is claimed and how it was reckoned, the rules looked at again, the money, what was filled in. */
import type { PropsWithChildren } from 'react'
import { shownSections, shownValue } from '../../../../../functions/core/pure/forms'
import { say } from '../../../../../functions/core/pure/text'
import { useLanguage, useText } from '../../../../messages'
import { datedText } from '../../../../messages/dates'
import { Card, Column, Fact, Tag, Words } from '../../../../ui'
import { Findings } from '../../../../ui/findings'
import { Lines } from '../../../../ui/lines'
import { texts } from '../../messages'
import { FORMS } from '../../model/kinds'
import { asFinding, asLine } from '../../model/law'
import type { RefundCase, Review } from '../../model/steps'
import { useYuan } from '../../model/words'

export const Block = ({
  id,
  title,
  children,
}: PropsWithChildren<{ readonly id: string; readonly title: string }>) => (
  <Card id={id}>
    <Column gap={12}>
      <Words as="h" level={2}>
        {title}
      </Words>
      {children}
    </Column>
  </Card>
)

/** What it is, whose, since when. */
export const About = ({ of: one }: { readonly of: RefundCase }) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <Block id="about" title={one.kindName}>
      {one.foundBy === 'authority' && (
        <Column>
          <Tag tone="gold">{t('case.foundBy')}</Tag>
        </Column>
      )}
      <Column gap={4}>
        <Fact label={t('case.who')}>{one.taxpayerName}</Fact>
        <Fact label={t('case.received')}>{datedText(one.receivedOn, language)}</Fact>
        <Fact label={t('case.hall')}>{one.hallName}</Fact>
        <Fact label={t('case.number')}>{one.id}</Fact>
      </Column>
    </Block>
  )
}

const Account = ({ of: { account } }: { readonly of: RefundCase }) => {
  const t = useText(texts)
  return (
    <Column id="account" gap={4}>
      <Words as="b" level={3}>
        {t('account')}
      </Words>
      {account === null ? (
        <Words as="s">{t('account.none')}</Words>
      ) : (
        <>
          <Fact label={t('account.holder')}>{account.holder}</Fact>
          {account.own !== undefined && (
            <Fact label={t('account.whose')}>
              <Words as={account.own ? 'b' : 'warn'}>
                {t(account.own ? 'account.own' : 'account.other')}
              </Words>
            </Fact>
          )}
          <Fact label={t('account.bank')}>{account.bank}</Fact>
          <Fact label={t('account.number')}>{account.number}</Fact>
          {account.explanation !== undefined && <Fact label={t('account.why')}>{account.explanation}</Fact>}
        </>
      )}
    </Column>
  )
}

export const Claimed = ({ of: { case: one, check, arrears } }: { readonly of: Review }) => {
  const t = useText(texts)
  const yuan = useYuan()
  return (
    <Block id="claimed" title={t('claimed')}>
      <Column gap={4}>
        <Fact label={t('claimedFen')}>
          <Words as="b num">{yuan(one.claimed)}</Words>
        </Fact>
        <Fact label={t('direction')}>{t(`direction.${one.direction}`)}</Fact>
        <Fact label={t('arrears')}>
          <Words as={arrears > 0 ? 'warn num' : 'num'}>{arrears > 0 ? yuan(arrears) : t('noArrears')}</Words>
        </Fact>
      </Column>
      <Account of={one} />
      {check.result && check.result.lines.length > 0 && (
        <Column gap={8}>
          <Words as="b" level={3}>
            {t('reckoned')}
          </Words>
          <Lines id="reckoned" lines={check.result.lines.map(asLine)} />
        </Column>
      )}
    </Block>
  )
}

/** The reasons of what is proposed, and what was written with it. */
const Why = ({ of: { history } }: { readonly of: RefundCase }) => {
  const t = useText(texts)
  const last = history.filter(({ move }) => move === 'propose').slice(-1)[0]
  if (!last) return null
  return (
    <Column id="proposal-why" gap={4}>
      {last.reasons.map(({ rule, basis }) => (
        <Column key={rule}>
          <Words>{rule}</Words>
          <Words as="s">{t('reasons.basis', { basis })}</Words>
        </Column>
      ))}
      {last.said !== undefined && <Words>{last.said}</Words>}
    </Column>
  )
}

/** What would be paid; once it is decided, what is. */
export const Money = ({ of: { case: one, check, proposal, approvalsLeft } }: { readonly of: Review }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const proposed = (): string => {
    if (proposal?.outcome !== 'approve') return t('proposal.reject')
    const amounts = { amount: yuan(proposal.approved), claimed: yuan(one.claimed) }
    return proposal.approved < one.claimed ? t('proposal.part', amounts) : t('proposal.approve', amounts)
  }
  return (
    <>
      {proposal && one.money === null && (
        <Block id="proposal" title={t('proposal')}>
          <Words as="b num">{proposed()}</Words>
          <Why of={one} />
          {approvalsLeft > 0 && <Words as="s">{t('approvalsLeft', { n: approvalsLeft })}</Words>}
        </Block>
      )}
      {one.money && (
        <Block id="decided" title={t('decided')}>
          <Column gap={4}>
            {(['approved', 'interest', 'offset', 'credited'] as const).map((part) => (
              <Fact key={part} label={t(`money.${part}`)}>
                {yuan(one.money?.[part] ?? 0)}
              </Fact>
            ))}
            <Fact label={t('money.payable')}>
              <Words as="b num">{yuan(one.money.payable)}</Words>
            </Fact>
          </Column>
        </Block>
      )}
      {one.money === null && check.preview && (
        <Block id="preview" title={t(proposal ? 'previewProposed' : 'preview')}>
          <Lines id="preview-lines" lines={check.preview.lines.map(asLine)} />
        </Block>
      )}
    </>
  )
}

export const Rules = ({ of: { check } }: { readonly of: Review }) => {
  const t = useText(texts)
  return (
    <Block id="rules" title={t('rules')}>
      <Words as="s">{t('rulesLead')}</Words>
      <Findings id="findings" findings={check.findings.map(asFinding)} />
    </Block>
  )
}

export const Values = ({ of: { kind, values } }: { readonly of: RefundCase }) => {
  const t = useText(texts)
  const language = useLanguage()
  const sections = shownSections(FORMS[kind], values)
    .map(({ fields, ...section }) => ({
      ...section,
      fields: fields.filter(({ key }) => values[key] !== undefined),
    }))
    .filter(({ fields }) => fields.length > 0)
  return (
    <Block id="values" title={t('values')}>
      {sections.length === 0 && <Words as="s">{t('values.none')}</Words>}
      {sections.map(({ key, title, fields }) => (
        <Column key={key} id={`values-${key}`} gap={4}>
          <Words as="b" level={3}>
            {say(title, language)}
          </Words>
          {fields.map((field) => (
            <Column key={field.key} className="wb-value">
              <Words as="s">{say(field.label, language)}</Words>
              <Words as="num">{shownValue(field, values[field.key], language)}</Words>
            </Column>
          ))}
        </Column>
      ))}
    </Block>
  )
}
