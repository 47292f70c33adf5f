declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
  interface Options {
    url: string;
    domNode: HTMLElement;
    deepLinking?: boolean;
    docExpansion?: "list" | "full" | "none";
    defaultModelsExpandDepth?: number;
    displayRequestDuration?: boolean;
    filter?: boolean;
    persistAuthorization?: boolean;
    plugins?: ((system: never) => object)[];
    tryItOutEnabled?: boolean;
    validatorUrl?: null;
  }
  export default function SwaggerUI(options: Options): unknown;
}
