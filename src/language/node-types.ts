/**
 * What the language says about each Babel node type. A type that is in no list is refused; a test compares the
 * lists with Babel's own, so that a new node type fails the build and not the sandbox.
 */
export type Verdict =
  | { readonly kind: "allow" }
  | { readonly kind: "guard"; readonly guard: string }
  | { readonly kind: "refuse"; readonly code: string };

const ALLOWED =
  "ArrayExpression Directive DirectiveLiteral BlockStatement BreakStatement ConditionalExpression ContinueStatement " +
  "EmptyStatement ExpressionStatement File Identifier IfStatement LabeledStatement StringLiteral NumericLiteral " +
  "NullLiteral BooleanLiteral RegExpLiteral LogicalExpression Program ObjectExpression ObjectMethod ReturnStatement " +
  "SequenceExpression SwitchCase SwitchStatement ThisExpression ThrowStatement UnaryExpression VariableDeclaration " +
  "VariableDeclarator AssignmentPattern ClassBody Super TemplateElement TemplateLiteral BigIntLiteral PrivateName MetaProperty";

/** Claimed by a guard: the rewriter hands these to the guard's folder. */
const GUARDED: Readonly<Record<string, string>> = {
  member: "MemberExpression OptionalMemberExpression AssignmentExpression UpdateExpression",
  call: "CallExpression OptionalCallExpression NewExpression TaggedTemplateExpression",
  operator: "BinaryExpression",
  pattern: "ArrayPattern ObjectPattern RestElement",
  key: "ObjectProperty",
  iterate: "ForOfStatement ForInStatement SpreadElement YieldExpression",
  tick: "FunctionDeclaration FunctionExpression ArrowFunctionExpression DoWhileStatement ForStatement WhileStatement",
  caught: "TryStatement CatchClause",
  class:
    "ClassExpression ClassDeclaration ClassMethod ClassProperty ClassPrivateProperty ClassPrivateMethod StaticBlock",
  await: "AwaitExpression",
  import: "ImportDeclaration ImportDefaultSpecifier ImportNamespaceSpecifier ImportSpecifier",
};

const REFUSED: Readonly<Record<string, string>> = {
  SYNTAX_HASHBANG: "InterpreterDirective",
  SYNTAX_DEBUGGER: "DebuggerStatement",
  SYNTAX_WITH: "WithStatement",
  SYNTAX_EXPORT:
    "ExportAllDeclaration ExportDefaultDeclaration ExportNamedDeclaration ExportSpecifier ExportNamespaceSpecifier ExportDefaultSpecifier",
  SYNTAX_IMPORT: "Import ImportExpression ImportAttribute",
  SYNTAX_DECORATOR: "Decorator",
  SYNTAX_PROPOSAL:
    "ClassAccessorProperty ParenthesizedExpression ArgumentPlaceholder BindExpression DoExpression RecordExpression " +
    "TupleExpression DecimalLiteral ModuleExpression TopicReference PipelineTopicExpression PipelineBareFunction " +
    "PipelinePrimaryTopicReference VoidPattern V8IntrinsicIdentifier Placeholder Noop",
  SYNTAX_FLOW:
    "AnyTypeAnnotation ArrayTypeAnnotation BooleanTypeAnnotation BooleanLiteralTypeAnnotation NullLiteralTypeAnnotation " +
    "ClassImplements DeclareClass DeclareFunction DeclareInterface DeclareModule DeclareModuleExports DeclareTypeAlias " +
    "DeclareOpaqueType DeclareVariable DeclareExportDeclaration DeclareExportAllDeclaration DeclaredPredicate " +
    "ExistsTypeAnnotation FunctionTypeAnnotation FunctionTypeParam GenericTypeAnnotation InferredPredicate InterfaceExtends " +
    "InterfaceDeclaration InterfaceTypeAnnotation IntersectionTypeAnnotation MixedTypeAnnotation EmptyTypeAnnotation " +
    "NullableTypeAnnotation NumberLiteralTypeAnnotation NumberTypeAnnotation ObjectTypeAnnotation ObjectTypeInternalSlot " +
    "ObjectTypeCallProperty ObjectTypeIndexer ObjectTypeProperty ObjectTypeSpreadProperty OpaqueType QualifiedTypeIdentifier " +
    "StringLiteralTypeAnnotation StringTypeAnnotation SymbolTypeAnnotation ThisTypeAnnotation TupleTypeAnnotation " +
    "TypeofTypeAnnotation TypeAlias TypeAnnotation TypeCastExpression TypeParameter TypeParameterDeclaration " +
    "TypeParameterInstantiation UnionTypeAnnotation Variance VoidTypeAnnotation EnumDeclaration EnumBooleanBody EnumNumberBody " +
    "EnumStringBody EnumSymbolBody EnumBooleanMember EnumNumberMember EnumStringMember EnumDefaultedMember IndexedAccessType " +
    "OptionalIndexedAccessType",
  SYNTAX_JSX:
    "JSXAttribute JSXClosingElement JSXElement JSXEmptyExpression JSXExpressionContainer JSXSpreadChild JSXIdentifier " +
    "JSXMemberExpression JSXNamespacedName JSXOpeningElement JSXSpreadAttribute JSXText JSXFragment JSXOpeningFragment " +
    "JSXClosingFragment",
  SYNTAX_TS_ENUM: "TSEnumDeclaration",
  SYNTAX_TS_NAMESPACE: "TSModuleDeclaration",
  SYNTAX_TS_PARAMETER_PROPERTY: "TSParameterProperty",
  SYNTAX_TS_IMPORT: "TSImportEqualsDeclaration",
  SYNTAX_TS_EXPORT: "TSExportAssignment TSNamespaceExportDeclaration",
  SYNTAX_TYPESCRIPT:
    "TSDeclareFunction TSDeclareMethod TSQualifiedName TSCallSignatureDeclaration " +
    "TSConstructSignatureDeclaration TSPropertySignature TSMethodSignature TSIndexSignature TSAnyKeyword TSBooleanKeyword " +
    "TSBigIntKeyword TSIntrinsicKeyword TSNeverKeyword TSNullKeyword TSNumberKeyword TSObjectKeyword TSStringKeyword " +
    "TSSymbolKeyword TSUndefinedKeyword TSUnknownKeyword TSVoidKeyword TSThisType TSFunctionType TSConstructorType " +
    "TSTypeReference TSTypePredicate TSTypeQuery TSTypeLiteral TSArrayType TSTupleType TSOptionalType TSRestType " +
    "TSNamedTupleMember TSUnionType TSIntersectionType TSConditionalType TSInferType TSParenthesizedType TSTypeOperator " +
    "TSIndexedAccessType TSMappedType TSTemplateLiteralType TSLiteralType TSExpressionWithTypeArguments " +
    "TSInterfaceDeclaration TSInterfaceBody TSTypeAliasDeclaration TSInstantiationExpression TSAsExpression " +
    "TSSatisfiesExpression TSTypeAssertion TSEnumBody TSEnumMember TSModuleBlock " +
    "TSImportType TSExternalModuleReference TSNonNullExpression " +
    "TSTypeAnnotation TSTypeParameterInstantiation TSTypeParameterDeclaration TSTypeParameter",
};

function build(): ReadonlyMap<string, Verdict> {
  const table = new Map<string, Verdict>();
  const add = (types: string, verdict: Verdict): void => {
    for (const type of types.split(" ")) table.set(type, Object.freeze(verdict));
  };
  add(ALLOWED, { kind: "allow" });
  for (const [guard, types] of Object.entries(GUARDED)) add(types, { kind: "guard", guard });
  for (const [code, types] of Object.entries(REFUSED)) add(types, { kind: "refuse", code });
  return table;
}

export const NODE_TYPES: ReadonlyMap<string, Verdict> = build();
