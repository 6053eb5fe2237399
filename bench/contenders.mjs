// What lumbago is measured against: general toolkits on the same notes, a regex that only splits, and one look at every character.
// In: nothing. Out: name → function from a text to a number (so that no work can be dropped). Each does what its users would call.
import nlpOne from 'compromise/one';
import nlpThree from 'compromise/three';
import TreebankTokenizer from 'natural/lib/natural/tokenizers/treebank_word_tokenizer.js';
import WordTokenizer from 'natural/lib/natural/tokenizers/regexp_tokenizer.js';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { createAnalyzer } from '../dist/index.js';
import { findForms } from '../dist/mention/scan.js';
import { tokenize } from '../dist/text/tokenize.js';

const { analyze, knowledge } = createAnalyzer();
const sentencesAndNegation = winkNLP(model, ['sbd', 'negation']);
const full = winkNLP(model);
const treebank = new TreebankTokenizer();
const words = new WordTokenizer.WordTokenizer();
const WORD = /[A-Za-z]+(?:['’][A-Za-z]+)?|\d+(?:[.,]\d+)*|[^\sA-Za-z\d]/g;

/** The practical floor: cut by a regex, lower-case each piece. */
function splitByRegex(text) {
  const tokens = [];
  for (const [token] of text.matchAll(WORD)) tokens.push(token.toLowerCase());
  return tokens.length;
}

/** Tokens and every form of the lexicons among them, nothing more. */
function scan(text) {
  const tokens = tokenize(text, knowledge.vocabulary.idOf, knowledge.vocabulary);
  return findForms({ tokens }, { from: 0, to: tokens.count }, { knowledge, norm: tokens.norm }).length;
}

/** The physical floor: every character looked at once. */
function lookOnce(text) {
  let letters = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 64) letters++;
  return letters;
}

export { knowledge };
export const LUMBAGO = 'lumbago analyze';
export const SCAN = 'lumbago tokens + forms alone';
export const REGEX = 'regex tokeniser';
export const CONTENDERS = {
  [LUMBAGO]: (text) => analyze({ id: 'n', text }).candidates.length,
  [SCAN]: scan,
  'wink-nlp sentences + negation': (text) => sentencesAndNegation.readDoc(text).sentences().length(),
  'wink-nlp full': (text) => full.readDoc(text).sentences().length(),
  'compromise/one': (text) => nlpOne(text).termList().length,
  'compromise/three': (text) => nlpThree(text).sentences().length,
  'natural treebank tokeniser': (text) => treebank.tokenize(text).length,
  'natural word tokeniser': (text) => words.tokenize(text).length,
  [REGEX]: splitByRegex,
  'one pass over the characters': lookOnce,
};
