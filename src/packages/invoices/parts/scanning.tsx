/** Scanning from a button: what was seen is in hand then; what went wrong is told with the way on. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { scan } from '../../../client/scan'
import { useText } from '../../../messages'
import { Note, role } from '../../../ui'
import { texts } from '../messages'
import { take } from '../model/in-hand'

type Problem = 'unreadable' | 'refused'

export interface Scanning {
  readonly run: () => Promise<void>
  readonly problem: Problem | undefined
}

/** @param onSeen something was read, whatever it is, and is in hand */
export const useScanning = (onSeen: () => void): Scanning => {
  const [problem, setProblem] = useState<Problem>()
  const run = async (): Promise<void> => {
    setProblem(undefined)
    const seen = await scan()
    if (seen.kind === 'text') {
      take({ by: 'code', text: seen.text, photo: seen.photo })
      onSeen()
    } else if (seen.kind !== 'none') setProblem(seen.kind)
  }
  return { run, problem }
}

export const ScanProblem = ({ problem }: Pick<Scanning, 'problem'>) => {
  const t = useText(texts)
  return problem ? (
    <Note tone="warn" icon="warn">
      <View id="scan-problem" {...role('alert')}>
        {t(`scan.${problem}`)}
      </View>
    </Note>
  ) : null
}
