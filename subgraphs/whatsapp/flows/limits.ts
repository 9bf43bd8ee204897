/** Meta's limits of Flow JSON, of the components reference of 28 June 2026. */

/** Recommended for publishing since November 2025. */
export const FLOW_JSON_VERSION = '7.3'
export const DATA_API_VERSION = '3.0'

export const FLOW_LIMITS = {
  heading: 80,
  body: 4096,
  caption: 409,
  footer: 35,
  helper: 80,
  /** Below an input. */
  error: 30,
  optionTitle: 30,
  optionDescription: 300,
  /** Of the label of each input. */
  label: { TextInput: 20, TextArea: 20, Dropdown: 20, RadioButtonsGroup: 30, CheckboxGroup: 30, DatePicker: 40 },
  radios: 20,
  dropdown: 200,
  components: 50,
  bytes: 10 * 1024 * 1024,
} as const
