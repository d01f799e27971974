/** A booking's code: scanned by the camera, by a hand scanner that types, or typed; Enter sends it. */
import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import { scan } from '../../../../client/scan'
import { useText } from '../../../../messages'
import { Button, Card, classes, Column, inputName, Note, role, Words } from '../../../../ui'
import { texts } from '../../messages'
import { cleanCode, isCode, MOST_SCANNED } from '../../model/code'

type Problem = 'slip' | 'unreadable' | 'refused'

/** A hand scanner writes letters too; inside WeChat the camera scans, and only digits are typed. */
const INPUT = process.env.TARO_ENV === 'weapp' ? ({ type: 'number' } as const) : ({ type: 'text' } as const)

export const CodeField = ({
  value,
  focus,
  busy,
  onInput,
  onCode,
}: {
  readonly value: string
  /** Ready to be typed into: the next person stands there already. */
  readonly focus: boolean
  readonly busy: boolean
  readonly onInput: (value: string) => void
  readonly onCode: (code: string) => void
}) => {
  const t = useText(texts)
  const [problem, setProblem] = useState<Problem>()
  const send = (typed: string): void => {
    if (busy) return
    if (isCode(typed)) onCode(cleanCode(typed))
    else setProblem('slip')
  }
  const scanned = async (): Promise<void> => {
    setProblem(undefined)
    const seen = await scan()
    // The server knows its own codes from others.
    if (seen.kind === 'text') onCode(cleanCode(seen.text).slice(0, MOST_SCANNED))
    else if (seen.kind !== 'none') setProblem(seen.kind)
  }
  return (
    <Card id="booked">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('door.booked')}
        </Words>
        <Button id="scan" icon="qr" disabled={busy} onPress={() => void scanned()}>
          {t('door.scan')}
        </Button>
        {(problem === 'unreadable' || problem === 'refused') && (
          <Note tone="warn" icon="warn">
            <View id="scan-problem" {...role('alert')}>
              {t(`door.${problem}`)}
            </View>
          </Note>
        )}
        <View className="sb-field">
          <View className="sb-b">{t('door.code')}</View>
          <View className={classes('sb-field-box', problem === 'slip' && 'bad')}>
            <Input
              id="code"
              className="sb-input hd-code"
              {...INPUT}
              value={value}
              focus={focus}
              maxlength={MOST_SCANNED}
              confirmType="done"
              {...inputName(t('door.code'), problem === 'slip')}
              onInput={(event) => {
                onInput(event.detail.value)
                setProblem(undefined)
              }}
              onConfirm={(event) => send(event.detail.value)}
            />
          </View>
          {problem === 'slip' ? (
            <View id="code-problem" className="sb-s sb-danger" {...role('alert')}>
              {t('door.slip')}
            </View>
          ) : (
            <View className="sb-s">{t('door.codeHint')}</View>
          )}
        </View>
        <Button id="admit" kind="ghost" loading={busy} onPress={() => send(value)}>
          {t('door.admit')}
        </Button>
      </Column>
    </Card>
  )
}
