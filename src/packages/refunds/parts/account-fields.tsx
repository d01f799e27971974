/** Where the money is to go: bank, holder, number; of another's account, why. Checked as one types, all at once before one goes on. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { groupedDigits } from '../../../../functions/core/pure/typed-digits'
import { ApiError } from '../../../client/errors'
import { useText } from '../../../messages'
import { useProblemText } from '../../../messages/text-problem'
import { Button, Column, Field, Fields, Note, role, Words } from '../../../ui'
import { texts } from '../messages'
import {
  accountProblems,
  isAnother,
  type AccountPart as Part,
  type AccountProblem,
  type Payer,
  type TypedAccount,
} from '../model/account'
import type { ShownAccount } from '../model/answers'

/** Lets a screen ask for the reason once the server says that the account is another's; the error stays an error. */
export const noticingAnother = <T,>(answer: Promise<T>, notice: () => void): Promise<T> =>
  answer.catch((thrown: unknown) => {
    if (thrown instanceof ApiError && thrown.code === 'EXPLANATION_MISSING') notice()
    throw thrown
  })

export const AccountFields = ({
  typed,
  payer,
  tried,
  onChange,
}: {
  readonly typed: TypedAccount
  readonly payer: Payer
  readonly tried: boolean
  readonly onChange: (part: Partial<TypedAccount>) => void
}) => {
  const t = useText(texts)
  const problemText = useProblemText()
  const [left, setLeft] = useState<readonly Part[]>([])
  const problems = accountProblems(typed, payer)
  const errorOf = (part: Part): string | undefined => {
    const problem: AccountProblem | undefined = problems[part]
    const told = tried || left.includes(part)
    if (problem === 'digits') return told ? t('account.digits') : undefined
    return problemText(problem, { tried: told })
  }
  const field = (part: Part) => ({
    id: `account-${part}`,
    label: t(`account.${part}`),
    value: typed[part],
    error: errorOf(part),
    onInput: (value: string) => onChange({ [part]: value }),
    onBlur: () => setLeft((before) => (before.includes(part) ? before : [...before, part])),
  })
  const another = isAnother(typed, payer)
  const grouped = groupedDigits(typed.number)
  return (
    <Fields>
      <Field {...field('bank')} hint={t('account.bankHint')} maxlength={80} />
      <Field {...field('holder')} hint={t('account.holderHint', { name: payer.name })} maxlength={80} />
      {another && (
        <Note icon="info">
          <View id="account-another" {...role('status')}>
            {t('account.another', { name: payer.name })}
          </View>
        </Note>
      )}
      {another && <Field {...field('explanation')} hint={t('account.explanationHint')} maxlength={500} />}
      <Field {...field('number')} type="number" hint={t('account.numberHint')} maxlength={40} />
      {grouped !== '' && (
        <Column gap={4}>
          <Words as="s">{t('account.compare')}</Words>
          <Words id="account-grouped" as="num h">
            {grouped}
          </Words>
        </Column>
      )}
    </Fields>
  )
}

export const AccountFacts = ({ account }: { readonly account: ShownAccount }) => {
  const { bank, holder, number, explanation } = account
  return (
    <Column gap={4}>
      <Words>{bank}</Words>
      <Words>{holder}</Words>
      <Words as="num b">{number}</Words>
      {explanation !== undefined && <Words as="s">{explanation}</Words>}
    </Column>
  )
}

/** The account that the draft holds, of which the number is hidden; another can be typed in its place. */
export const KeptAccount = ({
  account,
  onOther,
}: {
  readonly account: ShownAccount
  readonly onOther: () => void
}) => {
  const t = useText(texts)
  return (
    <View id="account-kept" className="sb-card sb-col g12">
      <Words as="b">{t('account.kept')}</Words>
      <AccountFacts account={account} />
      <Button id="account-other" kind="ghost" onPress={onOther}>
        {t('account.other')}
      </Button>
    </View>
  )
}
