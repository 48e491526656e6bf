import { parseSync } from 'vite';

/** As much of a syntax tree as is looked at here: https://github.com/estree/estree, with JSX. */
interface Node {
  type: string;
  name: { name: string };
  value: Node | string | null;
  operator: string;
  quasis: readonly { value: { raw: string } }[];
  children: readonly Node[];
  expression: Node;
  consequent: Node;
  alternate: Node;
  left: Node;
  right: Node;
}

/** Attributes that a person reads or hears. */
const READ = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'];

/** What would be shown as it stands in the code: text between tags, and strings as children and in such attributes. */
export function wordsIn(code: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    const { type, value } = node;
    if (type === 'JSXText') found.push(...lettersOf(String(value)));
    if (type === 'JSXElement' || type === 'JSXFragment')
      found.push(...node.children.filter(isContainer).flatMap(stringsOf));
    if (type === 'JSXAttribute' && READ.includes(node.name.name) && value)
      found.push(...stringsOf(value as Node));
    for (const part of Object.values(node).flat())
      if (part !== null && typeof part === 'object' && 'type' in part) visit(part as Node);
  };
  visit(parseSync('code.tsx', code).program as unknown as Node);
  return found;
}

const isContainer = ({ type }: Node): boolean => type === 'JSXExpressionContainer';

/** The strings that an expression may come to; those that it merely compares or passes on are not shown. */
function stringsOf(node: Node): string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? lettersOf(node.value) : [];
    case 'TemplateLiteral':
      return node.quasis.flatMap(({ value }) => lettersOf(value.raw));
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap(stringsOf);
    case 'LogicalExpression':
      return (node.operator === '&&' ? [node.right] : [node.left, node.right]).flatMap(stringsOf);
    case 'JSXExpressionContainer':
      return stringsOf(node.expression);
    default:
      return [];
  }
}

const lettersOf = (words: string): string[] => (/\p{L}{2,}/u.test(words) ? [words.replace(/\s+/g, ' ')] : []);
