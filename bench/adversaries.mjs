// A megabyte of what nobody should write, each in the same shape at any length: time must grow with length and with nothing else.
const fill = (piece) => (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Name → text of a length; `forms` are words of the lexicons. */
export const adversaries = (forms) => ({
  'brackets': fill('('),
  'no no no': fill('no '),
  'one endless line': fill('the patient was seen and walked well and '),
  'words of the lexicons only': fill(`${forms.join(' ')} `),
  'nested lists': fill('1. a) - * '),
  'zero-width characters': fill('a\u200b\u200d\ufeff'),
  'long unknown words': fill(`${'xqzkvw'.repeat(40)} `),
  'line breaks': fill('\n'),
  'headers': fill('ASSESSMENT:\n'),
});
