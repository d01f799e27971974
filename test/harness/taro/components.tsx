/** DOM stand-ins for `@tarojs/components`: the same properties, WeChat-shaped events (`event.detail.value`). */
import { createElement, forwardRef, type ReactNode } from 'react'

type Properties = Readonly<Record<string, unknown>> & { readonly children?: ReactNode }
type Detail = (event: { readonly type: string; readonly detail: { readonly value: unknown } }) => void

/** Properties that only Taro knows. */
const OWN = new Set([
  'hoverClass',
  'scrollX',
  'scrollY',
  'scrollIntoView',
  'placeholderClass',
  'formType',
  'openType',
  'lowerThreshold',
  'catchMove',
  'mode',
  'lazyLoad',
  'confirmType',
  'focus',
  'loading',
  'plain',
  'size',
  'onConfirm',
  'onScrollToLower',
  'enhanced',
  'showScrollbar',
  'userSelect',
  'selectable',
  'holdKeyboard',
  'adjustPosition',
  'cursorSpacing',
])

const known = (properties: Properties): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !OWN.has(name)))

const box = (tag: string) =>
  forwardRef<HTMLElement, Properties>((properties, ref) => createElement(tag, { ...known(properties), ref }))

export const View = box('div')
export const Text = box('span')
export const ScrollView = box('div')
export const Label = box('label')
export const Block = ({ children }: Properties) => <>{children}</>
export const Image = forwardRef<HTMLImageElement, Properties>((properties, ref) => (
  <img alt="" {...known(properties)} ref={ref} />
))
export const Button = forwardRef<HTMLButtonElement, Properties>((properties, ref) => (
  <button {...known(properties)} type="button" data-open-type={properties['openType'] as string} ref={ref} />
))

const tell = (listener: unknown, type: string, value: unknown): void => {
  if (typeof listener === 'function') (listener as Detail)({ type, detail: { value } })
}

const field = (tag: 'input' | 'textarea') =>
  forwardRef<HTMLElement, Properties>(
    (
      { onInput, onBlur, onFocus, onConfirm, maxlength, value = '', type: _type, nativeProps, ...properties },
      ref,
    ) =>
      createElement(tag, {
        ...known(properties),
        ...(typeof nativeProps === 'object' ? nativeProps : {}),
        ref,
        value,
        maxLength: maxlength,
        onChange: (event: { target: { value: string } }) => tell(onInput, 'input', event.target.value),
        onBlur: (event: { target: { value: string } }) => tell(onBlur, 'blur', event.target.value),
        onFocus: (event: { target: { value: string } }) => tell(onFocus, 'focus', event.target.value),
        onKeyDown: (event: { key: string; target: { value: string } }) =>
          event.key === 'Enter' && tell(onConfirm, 'confirm', event.target.value),
      }),
  )

export const Input = field('input')
export const Textarea = field('textarea')

export const Switch = ({ checked, onChange, ...properties }: Properties) => (
  <input
    {...known(properties)}
    type="checkbox"
    role="switch"
    checked={checked === true}
    onChange={(event) => tell(onChange, 'change', event.target.checked)}
  />
)

export const Picker = ({
  range,
  rangeKey: _rangeKey,
  value,
  onChange,
  children,
  ...properties
}: Properties) => (
  <div {...known(properties)}>
    {Array.isArray(range) ? (
      <select
        aria-label="picker"
        value={String(value)}
        onChange={(event) => tell(onChange, 'change', event.target.value)}
      >
        {range.map((one, index) => (
          <option key={index} value={index}>
            {String(one)}
          </option>
        ))}
      </select>
    ) : (
      <input
        aria-label="picker"
        value={String(value)}
        onChange={(event) => tell(onChange, 'change', event.target.value)}
      />
    )}
    {children}
  </div>
)
