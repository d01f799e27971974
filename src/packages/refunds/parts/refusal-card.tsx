/** Why it was not handed in, in words, and a way on for every reason. */
import { View } from '@tarojs/components'
import { say } from '../../../../functions/core/pure/text'
import type { KindLaw } from '../../../../functions/refunds/rules/kind'
import { go, goSignIn, replace, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { Button, Column, Icon, press, role, Row, Words } from '../../../ui'
import { Findings } from '../../../ui/findings'
import { texts } from '../messages'
import type { Fault, Refusal } from '../model/refusal'
import type { StepKind } from '../model/steps'
import { WaysOut } from './ways-out'
import { useYuan } from './words'

interface Told {
  readonly refusal: Refusal
  readonly law: Pick<KindLaw, 'materials'>
  /** The label of a field. */
  readonly labelOf: (key: string) => string
  readonly onField: (key: string) => void
  readonly onStep: (kind: StepKind) => void
  readonly onAgain: () => void
}

const Faults = ({ faults, of }: { readonly faults: readonly Fault[]; readonly of: Told }) => {
  const t = useText(texts)
  return (
    <View {...role('list')} aria-label={t('refusal.faults')}>
      {faults.map(({ key, words }) => (
        <View key={key} {...role('listitem')}>
          <View
            id={`refused-${key}`}
            className="rf-fault"
            {...press({ role: 'link', onPress: () => of.onField(key) })}
          >
            <View className="grow">{t('refusal.fault', { label: of.labelOf(key), words })}</View>
            <Icon name="next" size="small" />
          </View>
        </View>
      ))}
    </View>
  )
}

const Way = ({
  id,
  text,
  onPress,
}: {
  readonly id: string
  readonly text: string
  readonly onPress: () => void
}) => (
  <Button id={`refusal-${id}`} kind="ghost" onPress={onPress}>
    {text}
  </Button>
)

const Ways = ({ of }: { readonly of: Told }) => {
  const t = useText(texts)
  const language = useLanguage()
  const yuan = useYuan()
  const { refusal, law, onStep, onAgain } = of
  switch (refusal.kind) {
    case 'faults':
      return <Faults faults={refusal.faults} of={of} />
    case 'notEligible':
      return (
        <>
          {refusal.findings.length === 0 ? (
            <Words>{t('refusal.nothing')}</Words>
          ) : (
            <Findings id="refused-findings" findings={refusal.findings} />
          )}
          <WaysOut />
        </>
      )
    case 'materials':
      return (
        <>
          {law.materials
            .filter(({ code }) => refusal.codes.includes(code))
            .map(({ code, name }) => (
              <Words key={code}>{say(name, language)}</Words>
            ))}
          <Way id="materials" text={t('refusal.materials')} onPress={() => onStep('materials')} />
        </>
      )
    case 'spent':
      return (
        <>
          {refusal.left !== undefined && (
            <Words as="b num">{t('voucher.left', { amount: yuan(refusal.left) })}</Words>
          )}
          <Way id="amount" text={t('refusal.amount')} onPress={() => of.onField('claimed')} />
          <Way id="voucher" text={t('ways.voucher')} onPress={() => onStep('voucher')} />
        </>
      )
    case 'claimedBefore': {
      const { caseId } = refusal
      return caseId === undefined ? (
        <Way id="cases" text={t('refusal.cases')} onPress={() => void go(routes.refundCases)} />
      ) : (
        <Way id="case" text={t('refusal.case')} onPress={() => void go(routes.refundCase(caseId))} />
      )
    }
    case 'account':
      return <Way id="account" text={t('refusal.account')} onPress={() => onStep('account')} />
    case 'office':
      return <Way id="office" text={t('refusal.office')} onPress={() => onStep('office')} />
    case 'notVerified':
      return <Way id="verify" text={t('verify.book')} onPress={() => void go(routes.halls())} />
    case 'gone':
      return (
        <>
          <Words>{t('refusal.gone')}</Words>
          <Way id="cases" text={t('refusal.cases')} onPress={() => void replace(routes.refundCases)} />
        </>
      )
    case 'signIn':
      return <Way id="sign-in" text={t('saved.signIn')} onPress={() => void goSignIn()} />
    case 'again':
      return <Way id="again" text={t('refusal.again')} onPress={onAgain} />
    case 'other':
      return <WaysOut />
  }
}

export const RefusalCard = (props: Told) => (
  <View id="refusal" className="sb-card" {...role('alert')}>
    <Column gap={12}>
      <Row start gap={8} top>
        <View className="sb-danger">
          <Icon name="warn" />
        </View>
        <Words as="b">{props.refusal.message}</Words>
      </Row>
      <Ways of={props} />
    </Column>
  </View>
)
