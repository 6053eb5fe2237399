// What the package natural uses of underscore, of which the page would otherwise carry all.
export { default as extend } from 'underscore/modules/extend.js';
export { default as min } from 'underscore/modules/min.js';
