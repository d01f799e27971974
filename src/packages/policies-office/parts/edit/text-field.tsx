/** A text of a policy: alone, or in Chinese with English beside it. */
import { Input, Textarea, View } from '@tarojs/components'
import { classes, inputName, named, role, Words } from '../../../../ui'
import type { Both } from '../../model/draft'
import { useEditing } from './editing'
import { idOf, useFieldName, useProblemWords } from './words'

/** For English too. Longer than it may be can be typed, so that nothing is cut off unseen; the problem says how long it may be. */
const ROOM = 4

export const Told = ({ path, hint }: { readonly path: string; readonly hint?: string | undefined }) => {
  const { problems, isTold } = useEditing()
  const problemWords = useProblemWords()
  const problem = isTold(path) ? problems.find((one) => one.path === path) : undefined
  if (problem)
    return (
      <View {...named(`${idOf(path)}-problem`)} className="sb-s sb-danger" {...role('alert')}>
        {problemWords(problem)}
      </View>
    )
  return hint === undefined ? null : <Words as="s">{hint}</Words>
}

interface FieldProps {
  readonly path: string
  readonly most: number
  readonly lines?: number
  readonly hint?: string
}

export const TextField = ({
  path,
  most,
  lines = 1,
  hint,
  value,
  onChange,
}: FieldProps & { readonly value: string; readonly onChange: (value: string) => void }) => {
  const { problems, isTold, leave } = useEditing()
  const label = useFieldName()(path)
  const bad = isTold(path) && problems.some((one) => one.path === path)
  const shared = {
    ...named(idOf(path)),
    value,
    maxlength: most * ROOM,
    onInput: (event: { readonly detail: { readonly value: string } }) => onChange(event.detail.value),
    onBlur: () => leave(path),
    ...inputName(label, bad),
  }
  return (
    <View className="sb-field">
      <View className="sb-b">{label}</View>
      <View className={classes('sb-field-box', 'sb-field-row', bad && 'bad')}>
        {lines > 1 ? (
          <Textarea {...shared} className="sb-area" style={{ height: `${lines * 1.5}em` }} />
        ) : (
          <Input {...shared} className="sb-input" />
        )}
      </View>
      <Told path={path} hint={hint} />
    </View>
  )
}

/** @param path of both: `title` */
export const BothField = ({
  path,
  most,
  lines,
  hint,
  value,
  onChange,
}: FieldProps & { readonly value: Both; readonly onChange: (value: Both) => void }) => {
  const { english } = useEditing()
  const size = { most, ...(lines === undefined ? {} : { lines }) }
  return (
    <View className="po-pair">
      <TextField
        {...size}
        {...(hint === undefined ? {} : { hint })}
        path={`${path}.zh`}
        value={value.zh}
        onChange={(zh) => onChange({ ...value, zh })}
      />
      {english && (
        <TextField
          {...size}
          path={`${path}.en`}
          value={value.en}
          onChange={(en) => onChange({ ...value, en })}
        />
      )}
    </View>
  )
}
