// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react'

interface FieldProps {
  name: string
  /** When two forms on a page have a field of the same name. */
  id?: string
  label: string
  hint?: string | undefined
  /** What is wrong, as a sentence. */
  fault?: string | undefined
  faultPrefix?: string
  required?: boolean
}

const describedBy = (id: string, hint?: string, fault?: string): string | undefined =>
  [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined

const FieldShell = ({
  name,
  id = name,
  label,
  hint,
  fault,
  faultPrefix = 'Errore',
  required,
  children,
}: FieldProps & { children: ReactNode }) => (
  <div className={`lc-field${fault ? ' lc-field-wrong' : ''}`}>
    <label htmlFor={id} className="lc-label">
      {label}
      {required && <span aria-hidden="true">*</span>}
    </label>
    {hint && (
      <p id={`${id}-hint`} className="form-text lc-hint">
        {hint}
      </p>
    )}
    {children}
    {fault && (
      <p id={`${id}-fault`} className="lc-fault">
        <span className="visually-hidden">{faultPrefix}: </span>
        {fault}
      </p>
    )}
  </div>
)

type InputProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'password' | 'search'
  value?: string | undefined
  autoComplete?: string
  maxLength?: number
  spellCheck?: boolean
  className?: string
}

export const TextField = ({ type = 'text', value, autoComplete, maxLength, spellCheck, className = '', ...field }: InputProps) => (
  <FieldShell {...field}>
    <input
      id={field.id ?? field.name}
      name={field.name}
      type={type}
      className={`form-control lc-input ${className}`}
      defaultValue={value}
      required={field.required}
      autoComplete={autoComplete}
      maxLength={maxLength}
      spellCheck={spellCheck}
      aria-invalid={field.fault ? true : undefined}
      aria-describedby={describedBy(field.id ?? field.name, field.hint, field.fault)}
    />
  </FieldShell>
)

type AreaProps = FieldProps & { value?: string | undefined; rows?: number; maxLength?: number; remaining?: string }

export const TextArea = ({ value, rows = 7, maxLength, remaining, ...field }: AreaProps) => (
  <FieldShell {...field}>
    <textarea
      id={field.id ?? field.name}
      name={field.name}
      className="form-control lc-input"
      rows={rows}
      defaultValue={value}
      required={field.required}
      maxLength={maxLength}
      data-remaining={remaining}
      aria-invalid={field.fault ? true : undefined}
      aria-describedby={describedBy(field.id ?? field.name, field.hint, field.fault)}
    />
  </FieldShell>
)

export const FaultSummary = ({
  title,
  faults,
}: {
  title: string
  faults: readonly { field: string; label: string; sentence: string }[]
}) =>
  faults.length === 0 ? null : (
    <div className="alert alert-danger lc-notice" role="alert" id="errori" tabIndex={-1}>
      <h2 className="alert-heading h5">{title}</h2>
      <ul className="lc-fault-list">
        {faults.map(({ field, label, sentence }) => (
          <li key={field}>
            <a href={`#${field}`}>{label}</a>: {sentence}
          </li>
        ))}
      </ul>
    </div>
  )
