/** Which form it is: scanned from a phone or a paper, or typed. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { isVerificationCode } from '../../../../functions/core/pure/verification-code'
import { scan } from '../../../client/scan'
import { useText } from '../../../messages'
import { Button, Card, Column, Field, Note, role } from '../../../ui'
import { texts } from '../messages'

type Problem = 'slip' | 'unreadable' | 'refused'

/** Whatever was scanned goes to the server, which knows its own codes from others. */
export const CodeAsk = ({ onCode }: { readonly onCode: (code: string) => void }) => {
  const t = useText(texts)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const scanned = async (): Promise<void> => {
    setProblem(undefined)
    const seen = await scan()
    if (seen.kind === 'text') onCode(seen.text.trim().slice(0, 200))
    else if (seen.kind !== 'none') setProblem(seen.kind)
  }
  const look = (): void => {
    if (isVerificationCode(typed)) onCode(typed)
    else setProblem('slip')
  }
  return (
    <Card>
      <Column gap={12}>
        <Button id="scan" icon="qr" onPress={() => void scanned()}>
          {t('desk.scan')}
        </Button>
        {(problem === 'unreadable' || problem === 'refused') && (
          <Note tone="warn" icon="warn">
            <View id="scan-problem" {...role('alert')}>
              {t(`desk.${problem}`)}
            </View>
          </Note>
        )}
        <Field
          id="code"
          label={t('desk.code')}
          value={typed}
          maxlength={20}
          hint={t('desk.codeHint')}
          error={problem === 'slip' ? t('desk.slip') : undefined}
          onInput={(value) => {
            setTyped(value)
            setProblem(undefined)
          }}
        />
        <Button id="look" kind="ghost" onPress={look}>
          {t('desk.look')}
        </Button>
      </Column>
    </Card>
  )
}
